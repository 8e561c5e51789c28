import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOptions, closeDatabase, inCommon, openDatabase } from '#lib/db/client.server.ts';
import { facts } from '#lib/db/tables.server.ts';
import type { TestDatabase } from '../../support/create-database.ts';
import { freshDatabase } from '../../support/database.ts';

/*
 * postgres.js writes BEGIN into a full pipeline without reserving the connection, so that queries of strangers run
 * inside a transaction which nobody ends: they are acknowledged, and gone when the pool closes (docs/decisions/0005).
 */

const connections = 10;
/** With one running on each connection, this fills each pipeline of the driver's usual length to the brim. */
const reads = 990;
const inserts = 60;

let database: TestDatabase;
beforeAll(async () => {
	database = await freshDatabase();
	await onOwner((sql) => sql`create table drops (number int primary key)`);
});
afterAll(() => database.drop());

async function onOwner<T>(work: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> {
	const sql = postgres(database.url, { max: 1 });
	try {
		return await work(sql);
	} finally {
		await sql.end();
	}
}

/** Starts all at once, in order, and answers when each has ended in some way. */
function times<T>(count: number, work: (at: number) => PromiseLike<T>): Promise<PromiseSettledResult<T>[]> {
	return Promise.allSettled(Array.from({ length: count }, (_, at) => work(at)));
}

/** How many inserts the driver has acknowledged, and how many of these are not there once the pool is closed. */
async function storm(options: postgres.Options<Record<string, never>>, begins: number) {
	await onOwner((sql) => sql`truncate drops`);
	const client = postgres(database.url, { onnotice: () => {}, ...options, max: connections });
	await times(connections, () => client`select pg_sleep(0.05)`.execute());
	await Promise.all([
		times(connections, () => client`select pg_sleep(0.4)`.execute()),
		times(reads, () => client`select 1`.execute()),
		times(begins, () => client.begin((tx) => tx`select 1`))
	]);
	const answers = await times(inserts, (number) => client`insert into drops values (${number})`.execute());
	await client.end({ timeout: 5 });
	const stored = await onOwner((sql) => sql`select number from drops`);
	return {
		acknowledged: answers.filter(({ status }) => status === 'fulfilled').length,
		stored: stored.length
	};
}

describe('writes that were acknowledged after the pool was full', () => {
	it('are lost with the settings the driver comes with: when this fails, the driver is mended', async () => {
		let { acknowledged, stored } = await storm({}, connections);
		for (let tries = 1; acknowledged === stored && tries < 5; tries++) {
			({ acknowledged, stored } = await storm({}, connections));
		}
		expect(stored).toBeLessThan(acknowledged);
	});

	it.each([connections, 2 * connections])(
		'are all there with our settings, after %d begins',
		async (begins) => {
			expect(await storm(clientOptions, begins)).toEqual({ acknowledged: inserts, stored: inserts });
		}
	);

	it('are all there when each unit of work enters in turn, among others that fail', async () => {
		openDatabase(database.url, connections);
		const write = (at: number) =>
			inCommon(({ tx }) => tx.insert(facts).values({ key: `drop ${at}`, value: at }));
		const [, , , answers] = await Promise.all([
			times(connections, () => inCommon(({ tx }) => tx.execute('select pg_sleep(0.2)'))),
			times(40, () => inCommon(({ tx }) => tx.select().from(facts))),
			times(2 * connections, () => inCommon(() => Promise.reject(new Error('changed its mind')))),
			times(inserts, write)
		]);
		await closeDatabase();
		const acknowledged = answers.filter(({ status }) => status === 'fulfilled').length;
		const stored = await onOwner((sql) => sql`select key from facts where key like 'drop %'`);
		expect(acknowledged).toBeGreaterThan(0);
		expect(stored).toHaveLength(acknowledged);
	});
});

describe('work that comes while every connection is taken', () => {
	it('waits its turn, and is told to come back after three seconds', async () => {
		openDatabase(database.url, 1);
		const hold = (seconds: number) => inCommon(({ tx }) => tx.execute(`select pg_sleep(${seconds})`));
		const [, waited, refused] = await Promise.allSettled([hold(1), hold(3.5), hold(0)]);
		expect(waited.status).toBe('fulfilled');
		expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'busy', status: 503 } });
		await closeDatabase();
	});
});
