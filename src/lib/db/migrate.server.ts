import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { clientOptions } from './client.server.ts';
import { raiseRowLevelSecurity } from './row-level-security.server.ts';

const lockNumber = 7_460_017;

/** How many migrations this code knows. */
export function knownMigrations(folder: string): number {
	const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
		entries: unknown[];
	};
	return journal.entries.length;
}

/**
 * Brings a database to this code's schema: waits for whoever else is migrating, refuses a database that asks for
 * newer code, applies what is missing, raises row-level security.
 * @param ownerUrl a connection that owns the schema
 * @param folder the generated migrations
 * @returns how many migrations were applied
 */
export async function migrate(ownerUrl: string, folder: string): Promise<{ applied: number }> {
	const client = postgres(ownerUrl, {
		...clientOptions,
		max: 1,
		connection: { application_name: 'linli-migrate', lock_timeout: 60_000 }
	});
	try {
		await client`select pg_advisory_lock(${lockNumber})`;
		const before = await appliedCount(client);
		await refuseNewer(client, folder);
		await applyMigrations(drizzle(client, { casing: 'snake_case' }), { migrationsFolder: folder });
		await client.begin((tx) => raiseRowLevelSecurity(tx));
		return { applied: (await appliedCount(client)) - before };
	} finally {
		await client.end({ timeout: 5 });
	}
}

async function appliedCount(client: postgres.Sql): Promise<number> {
	const [there] = await client`select to_regclass('drizzle.__drizzle_migrations') is not null as present`;
	if (!there?.present) return 0;
	const [row] = await client`select count(*)::int as count from drizzle.__drizzle_migrations`;
	return row?.count as number;
}

async function refuseNewer(client: postgres.Sql, folder: string): Promise<void> {
	const [there] = await client`select to_regclass('public.facts') is not null as present`;
	if (!there?.present) return;
	const [asked] = await client`select value::text::int as least from facts where key = 'least_migrations'`;
	const known = knownMigrations(folder);
	if (asked && asked.least > known) {
		throw new Error(
			`This database asks for newer code (schema ${asked.least}, this program knows ${known}). Update the program. ` +
				`数据库需要更新版本的程序（库版本 ${asked.least}，程序版本 ${known}），请先升级程序。`
		);
	}
}
