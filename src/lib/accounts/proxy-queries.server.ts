import { aliasedTable, and, asc, count, desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Scope } from '../db/client.server.ts';
import { statesBefore } from '../shared/states.ts';
import type { ProxyRight, ProxyState } from './people.ts';
import { proxyTransitions } from './proxies.ts';
import { people, proxies } from './tables.server.ts';

export type ProxyRow = typeof proxies.$inferSelect;

/** A proxy with the names of both. */
export interface NamedProxy extends ProxyRow {
	elder: string;
	proxy: string;
}

const standing = ['asked', 'accepted'] as const satisfies readonly ProxyState[];

const allows = (right: ProxyRight) => sql`${right} = any(${proxies.allowed})`;

/** Asks for a proxy. False where one of the two stands already. */
export async function addProxy(
	scope: Scope,
	row: Omit<typeof proxies.$inferInsert, 'communityId'>
): Promise<boolean> {
	const added = await scope.tx
		.insert(proxies)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: proxies.id });
	return added.length > 0;
}

/** The proxy, locked until the transaction ends. */
export async function proxyForUpdate(scope: Scope, id: string): Promise<ProxyRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(proxies)
		.where(and(eq(proxies.communityId, scope.communityId), eq(proxies.id, id)))
		.for('update');
	return row;
}

/** Moves a proxy on where its state still allows it. */
export async function moveProxy(
	scope: Scope,
	id: string,
	change: Partial<Omit<ProxyRow, 'communityId' | 'id'>> & { status: ProxyState }
): Promise<boolean> {
	const moved = await scope.tx
		.update(proxies)
		.set(change)
		.where(
			and(
				eq(proxies.communityId, scope.communityId),
				eq(proxies.id, id),
				inArray(proxies.status, statesBefore(proxyTransitions, change.status))
			)
		)
		.returning({ id: proxies.id });
	return moved.length > 0;
}

/** Settles the rights of a proxy that stands. */
export async function setAllowed(scope: Scope, id: string, allowed: ProxyRight[]): Promise<boolean> {
	const set = await scope.tx
		.update(proxies)
		.set({ allowed })
		.where(
			and(
				eq(proxies.communityId, scope.communityId),
				eq(proxies.id, id),
				inArray(proxies.status, [...standing])
			)
		)
		.returning({ id: proxies.id });
	return set.length > 0;
}

/** How many questions of one person are open. */
export async function countAsked(scope: Scope, askedBy: string): Promise<number> {
	const [row] = await scope.tx
		.select({ count: count() })
		.from(proxies)
		.where(
			and(
				eq(proxies.communityId, scope.communityId),
				eq(proxies.askedBy, askedBy),
				eq(proxies.status, 'asked')
			)
		);
	return row?.count ?? 0;
}

/** True where one may do this for the other. The row is held, so that who ends it waits for what is done under it. */
export async function holdRight(
	scope: Scope,
	{ elderId, proxyId }: { elderId: string; proxyId: string },
	right: ProxyRight
): Promise<boolean> {
	const held = await scope.tx
		.select({ id: proxies.id })
		.from(proxies)
		.where(
			and(
				eq(proxies.communityId, scope.communityId),
				eq(proxies.elderId, elderId),
				eq(proxies.proxyId, proxyId),
				eq(proxies.status, 'accepted'),
				allows(right)
			)
		)
		.for('share');
	return held.length > 0;
}

/** For whom somebody may do one of these things, by name. */
export function eldersOf(
	scope: Scope,
	proxyId: string,
	rights: readonly ProxyRight[]
): Promise<{ id: string; name: string }[]> {
	return scope.tx
		.select({ id: people.id, name: people.name })
		.from(proxies)
		.innerJoin(people, and(eq(people.communityId, proxies.communityId), eq(people.id, proxies.elderId)))
		.where(
			and(
				eq(proxies.communityId, scope.communityId),
				eq(proxies.proxyId, proxyId),
				eq(proxies.status, 'accepted'),
				or(...rights.map(allows))
			)
		)
		.orderBy(asc(people.name), asc(people.id));
}

/** Which proxies: of one person on either side, one by its id, or all of the community. */
export interface ProxyFilter {
	personId?: string;
	id?: string;
}

/** Those that stand or are asked for, open questions first, then the newest. */
export async function proxiesOf(
	scope: Scope,
	filter: ProxyFilter,
	page: { limit: number; offset: number } = { limit: 100, offset: 0 }
): Promise<NamedProxy[]> {
	const elder = aliasedTable(people, 'elder');
	const proxy = aliasedTable(people, 'proxy');
	const rows = await scope.tx
		.select({ row: proxies, elder: elder.name, proxy: proxy.name })
		.from(proxies)
		.innerJoin(elder, and(eq(elder.communityId, proxies.communityId), eq(elder.id, proxies.elderId)))
		.innerJoin(proxy, and(eq(proxy.communityId, proxies.communityId), eq(proxy.id, proxies.proxyId)))
		.where(filtered(scope, filter))
		.orderBy(desc(sql`${proxies.status} = 'asked'`), desc(proxies.askedAt), desc(proxies.id))
		.limit(page.limit)
		.offset(page.offset);
	return rows.map(({ row, ...names }) => ({ ...row, ...names }));
}

export async function countProxies(scope: Scope): Promise<number> {
	const [row] = await scope.tx.select({ count: count() }).from(proxies).where(filtered(scope, {}));
	return row?.count ?? 0;
}

function filtered(scope: Scope, { personId, id }: ProxyFilter) {
	return and(
		eq(proxies.communityId, scope.communityId),
		inArray(proxies.status, [...standing]),
		id ? eq(proxies.id, id) : undefined,
		personId ? or(eq(proxies.elderId, personId), eq(proxies.proxyId, personId)) : undefined
	);
}
