import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { appRole } from '#lib/db/client.server.ts';
import { knownMigrations, migrate } from '#lib/db/migrate.server.ts';
import { prepareDatabase } from '#lib/jobs/prepare.server.ts';
import { migrations } from '../../../scripts/project.ts';
import { createDatabase, type TestDatabase } from '../../support/create-database.ts';

const known = knownMigrations(migrations);

let database: TestDatabase;
beforeEach(async () => {
	database = await createDatabase(inject('serverUrl'));
});
afterEach(() => database.drop());

async function onOwner<T>(work: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> {
	const sql = postgres(database.url, { max: 1 });
	try {
		return await work(sql);
	} finally {
		await sql.end();
	}
}

/** The migrations as an older program has them: without the last. */
function olderProgram(): string {
	const folder = mkdtempSync(join(tmpdir(), 'linli-older-'));
	cpSync(migrations, folder, { recursive: true });
	const journal = join(folder, 'meta', '_journal.json');
	const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: unknown[] };
	writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, -1) }));
	return folder;
}

describe('a database', () => {
	it('is brought to the schema once, however often it is asked for', async () => {
		expect(await migrate(database.url, migrations)).toEqual({ applied: known });
		expect(await migrate(database.url, migrations)).toEqual({ applied: 0 });
	});
	it('is prepared once by three programs that start at the same moment', async () => {
		const all = await Promise.all(Array.from({ length: 3 }, () => prepareDatabase(database.url, migrations)));
		expect(all.map(({ applied }) => applied).sort()).toEqual([0, 0, known]);
	});
	it('keeps what is in it when the next migration comes', async () => {
		const folder = olderProgram();
		try {
			await migrate(database.url, folder);
			await onOwner((sql) => sql`insert into facts values ('kept', '1')`);
			expect(await migrate(database.url, migrations)).toEqual({ applied: 1 });
			expect(await onOwner((sql) => sql`select value from facts where key = 'kept'`)).toEqual([{ value: 1 }]);
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
	it('works under an older program until it asks for newer code, and then says so in one sentence', async () => {
		const folder = olderProgram();
		try {
			await migrate(database.url, migrations);
			expect(await migrate(database.url, folder)).toEqual({ applied: 0 });
			await onOwner((sql) => sql`insert into facts values ('least_migrations', to_jsonb(${known}::int))`);
			await expect(migrate(database.url, folder)).rejects.toThrow(
				/^This database asks for newer code [^\n]+$/
			);
			expect(await migrate(database.url, migrations)).toEqual({ applied: 0 });
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
	it('lets the application in and no further', async () => {
		await prepareDatabase(database.url, migrations);
		const client = postgres(database.url, { max: 1, connection: { role: appRole } });
		try {
			await expect(client`create table mine (id int)`).rejects.toThrow('permission denied');
			await expect(client`drop table facts`).rejects.toThrow('must be owner');
			await expect(client`select * from drizzle.__drizzle_migrations`).rejects.toThrow('permission denied');
			expect(await client`select key from facts`).toEqual([]);
		} finally {
			await client.end();
		}
	});
});
