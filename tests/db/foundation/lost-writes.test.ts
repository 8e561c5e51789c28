import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOptions, closeDatabase, inCommon, openDatabase } from '#lib/db/client.server.ts';
import { facts } from '#lib/db/tables.server.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';

/*
 * postgres.js writes BEGIN into a full pipeline without reserving the connection, so that queries of strangers run
 * inside a transaction which nobody ends: they are acknowledged, and gone when the pool closes (docs/decisions/0005).
 */

const connections = 10;
/** With one running on each connection, this fills each pipeline of the driver's usual length to the brim. */
const reads = 990;
const begins = 20;
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

/** How many inserts the driver has acknowledged, and how many of these are not there once the pool is closed. */
async function storm(options: postgres.Options<Record<string, never>>) {
	await onOwner((sql) => sql`truncate drops`);
	const client = postgres(database.url, { ...options, max: connections });
	const times = <T>(count: number, work: (at: number) => PromiseLike<T>) =>
		Array.from({ length: count }, (_, at) => Promise.resolve(work(at)));

	await Promise.all(times(connections, () => client`select pg_sleep(0.05)`));
	const stalls = times(connections, () => client`select pg_sleep(0.4)`);
	const queued = times(reads, () => client`select 1`);
	const begun = times(begins, () => client.begin((tx) => tx`select 1`));
	const written = times(inserts, (number) => client`insert into drops values (${number}) returning number`);
	await Promise.allSettled([...stalls, ...queued, ...begun]);
	const answers = await Promise.allSettled(written);
	await client.end({ timeout: 5 });

	const acknowledged = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value[0]!.number] : []));
	const stored = await onOwner((sql) => sql`select number from drops`);
	const there = new Set(stored.map(({ number }) => number));
	return { acknowledged: acknowledged.length, lost: acknowledged.filter((number) => !there.has(number)).length };
}

describe('writes that were acknowledged while the pool was full', () => {
	it('are lost with the settings the driver comes with: when this fails, the driver is mended', async () => {
		let { lost } = await storm({});
		for (let tries = 1; lost === 0 && tries < 5; tries++) ({ lost } = await storm({}));
		expect(lost).toBeGreaterThan(0);
	});

	it('are all there with the settings of our clients', async () => {
		expect(await storm(clientOptions)).toEqual({ acknowledged: inserts, lost: 0 });
	});

	it('are all there when every unit of work enters in turn', async () => {
		openDatabase(database.url, connections);
		const stall = () => inCommon(({ tx }) => tx.execute('select pg_sleep(0.4)'));
		const read = () => inCommon(({ tx }) => tx.select().from(facts));
		const fail = () => inCommon(() => Promise.reject(new Error('changed its mind')));
		const write = (at: number) => inCommon(({ tx }) => tx.insert(facts).values({ key: `drop ${at}`, value: at }));
		const times = <T>(count: number, work: (at: number) => Promise<T>) =>
			Promise.allSettled(Array.from({ length: count }, (_, at) => work(at)));

		const all = [times(connections, stall), times(reads, read), times(begins, fail)];
		const answers = await times(inserts, write);
		await Promise.all(all);
		await closeDatabase();

		const acknowledged = answers.filter(({ status }) => status === 'fulfilled').length;
		const [stored] = await onOwner((sql) => sql`select count(*)::int as count from facts where key like 'drop %'`);
		expect(acknowledged).toBeGreaterThan(0);
		expect(stored?.count).toBe(acknowledged);
	});
});
