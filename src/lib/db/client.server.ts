import { sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '../shared/env.server.ts';
import { prepared } from './prepared.server.ts';
import { Recurring } from './recurring.ts';
import { Semaphore } from './semaphore.ts';

export const appRole = 'linli_app';

export type Transaction = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];

/** An open transaction on tables that belong to no community. */
export interface GlobalScope {
	tx: Transaction;
}

/** An open transaction that can see one community and nothing of any other. First argument of every query. */
export interface Scope extends GlobalScope {
	communityId: string;
}

interface Pool {
	db: PostgresJsDatabase;
	client: postgres.Sql;
	semaphore: Semaphore;
}

let pool: Pool | undefined;

/** Statements that stay prepared on each connection. */
const mostPrepared = 300;

/** Connection options that every client of ours shares; `max_pipeline` is trap 1 of postgres.js, see docs/decisions/0005. */
export const clientOptions = {
	max_pipeline: 1e6,
	connect_timeout: 5,
	idle_timeout: 60,
	max_lifetime: 60 * 30,
	onnotice: () => {},
	connection: {
		application_name: 'linli',
		statement_timeout: 15_000,
		idle_in_transaction_session_timeout: 20_000,
		lock_timeout: 10_000,
		// solid-state disks and memory: looking up a few rows is no dearer than reading a table through
		random_page_cost: 1.1
	}
} as const;

/** Opens the one pool of this process. Its connections take the application's role: no ownership, row-level security applies. */
export function openDatabase(url: string = env.databaseUrl, size: number = env.poolSize): void {
	if (pool) return;
	const client = postgres(url, {
		...clientOptions,
		max: size,
		connection: { ...clientOptions.connection, role: appRole }
	});
	const db = drizzle(prepared(client, new Recurring(mostPrepared)), { casing: 'snake_case' });
	pool = { client, db, semaphore: new Semaphore(size) };
}

/** Waits for running statements, then closes the pool. */
export async function closeDatabase(): Promise<void> {
	const closing = pool;
	pool = undefined;
	await closing?.client.end({ timeout: 5 });
}

/** The open database, as a key: what is remembered of it is forgotten with it. */
export function theDatabase(): object {
	return opened();
}

function opened(): Pool {
	if (!pool) throw new Error('the database is not open');
	return pool;
}

async function transact<T>(
	settings: Record<string, string>,
	work: (tx: Transaction) => Promise<T>,
	{ first, ahead }: { first?: (() => void) | undefined; ahead?: boolean } = {}
): Promise<T> {
	const { db, semaphore } = opened();
	return semaphore.run(async () => {
		first?.();
		return db.transaction(async (tx) => {
			// goes out together with the first statement of the work, which waits for it in the server and not here
			const set = Promise.all(
				Object.entries(settings).map(([name, value]) =>
					tx.execute(sql`select set_config(${name}, ${value}, true)`)
				)
			);
			set.catch(() => {});
			const result = await work(tx);
			await set;
			return result;
		});
	}, ahead);
}

/**
 * One transaction inside one community. Rows of every other community do not exist in it.
 * @param first looks, once it is this one's turn, whether there is any need for the transaction; throws where there is none
 */
export function inCommunity<T>(
	communityId: string,
	work: (scope: Scope) => Promise<T>,
	first?: () => void
): Promise<T> {
	return transact({ 'app.community': communityId }, (tx) => work({ tx, communityId }), { first });
}

/**
 * One transaction inside several communities, with a scope for each, in their order: all of it happens or nothing. For
 * what a sub-district does over its own communities.
 */
export function inCommunities<T>(
	communityIds: readonly string[],
	work: (scopes: Scope[]) => Promise<T>,
	ahead = false
): Promise<T> {
	const inEach = (tx: Transaction) => work(communityIds.map((communityId) => ({ tx, communityId })));
	return transact({ 'app.communities': `{${communityIds.join()}}` }, inEach, { ahead });
}

/**
 * Opens the transaction that there is to one more community as well, until it ends, with a scope for that one. For what two
 * communities have agreed on; so the agreement is looked up in the first scope before.
 */
export async function alsoIn({ tx }: Scope, communityId: string): Promise<Scope> {
	await tx.execute(sql`select set_config('app.communities', array_append(
		nullif(current_setting('app.communities', true), '')::uuid[], ${communityId}::uuid)::text, true)`);
	return { tx, communityId };
}

/** One transaction that sees what an account is in every community (its own people rows), and nothing else of them. */
export function inAccount<T>(accountId: string, work: (scope: GlobalScope) => Promise<T>): Promise<T> {
	return transact({ 'app.account': accountId }, (tx) => work({ tx }));
}

/** One transaction on tables that belong to no community. */
export function inCommon<T>(work: (scope: GlobalScope) => Promise<T>): Promise<T> {
	return transact({}, (tx) => work({ tx }));
}

/**
 * One statement that reads tables of no community for many at once, ahead of all who stand in line. Alone it needs no transaction
 * around it, which is two ways less.
 */
export function readCommon<T>(read: (scope: GlobalScope) => Promise<T>): Promise<T> {
	const { db, semaphore } = opened();
	return semaphore.run(() => read({ tx: db as unknown as Transaction }), true);
}

/** Answers when the database does; for readiness. */
export async function ping(): Promise<void> {
	await opened().client`select 1`;
}
