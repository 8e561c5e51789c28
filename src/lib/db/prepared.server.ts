import type postgres from 'postgres';
import { Recurring } from './recurring.ts';

type Client = postgres.Sql | postgres.TransactionSql;
type Unsafe = (text: string, values?: never[], options?: postgres.UnsafeQueryOptions) => unknown;
type Enter = (...args: unknown[]) => unknown;

/**
 * The same client, whose statements stay prepared on each connection once they come again and again: they go out in one
 * way instead of two (the driver asks for the types of what it does not know) and are planned no more. Drizzle
 * prepares only what is named by hand.
 */
export function prepared<T extends Client>(client: T, recurring: Recurring): T {
	const own: Record<string, Unsafe | Enter> = {
		unsafe: (text: string, values: never[] = [], options = {}) =>
			client.unsafe(text, values, { ...options, prepare: recurring.sees(text) }),
		begin: (...args: unknown[]) => enter('begin', args),
		savepoint: (...args: unknown[]) => enter('savepoint', args)
	};
	function enter(name: 'begin' | 'savepoint', args: unknown[]): unknown {
		const work = args.at(-1) as (inner: postgres.TransactionSql) => unknown;
		const inside = (inner: postgres.TransactionSql) => work(prepared(inner, recurring));
		return (Reflect.get(client, name) as Enter)(...args.slice(0, -1), inside);
	}
	return new Proxy(client, {
		get: (target, name) => (typeof name === 'string' && own[name]) || Reflect.get(target, name)
	});
}
