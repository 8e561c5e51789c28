import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { buildings } from '#lib/places/tables.server.ts';
import type { Span } from '#lib/shared/time.ts';
import type { RequestState, TriageState } from './requests.ts';
import { requests, requestWindows } from './tables.server.ts';

export type RequestRow = typeof requests.$inferSelect;

const own = (scope: Scope, id: string) =>
	and(eq(requests.communityId, scope.communityId), eq(requests.id, id));

export async function addRequest(
	scope: Scope,
	row: Omit<typeof requests.$inferInsert, 'communityId'>,
	windows: Span[]
): Promise<boolean> {
	const added = await scope.tx
		.insert(requests)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: requests.id });
	if (added.length > 0) await addWindows(scope, row.id, windows);
	return added.length > 0;
}

async function addWindows(scope: Scope, requestId: string, windows: Span[]): Promise<void> {
	if (windows.length === 0) return;
	const { communityId } = scope;
	await scope.tx.insert(requestWindows).values(windows.map((during) => ({ communityId, requestId, during })));
}

export async function replaceWindows(scope: Scope, requestId: string, windows: Span[]): Promise<void> {
	await scope.tx
		.delete(requestWindows)
		.where(and(eq(requestWindows.communityId, scope.communityId), eq(requestWindows.requestId, requestId)));
	await addWindows(scope, requestId, windows);
}

export async function requestById(scope: Scope, id: string): Promise<RequestRow | undefined> {
	const [row] = await scope.tx.select().from(requests).where(own(scope, id));
	return row;
}

export function requestsByIds(scope: Scope, ids: readonly string[]): Promise<RequestRow[]> {
	if (ids.length === 0) return Promise.resolve([]);
	return scope.tx
		.select()
		.from(requests)
		.where(and(eq(requests.communityId, scope.communityId), inArray(requests.id, [...ids])));
}

/** The request, locked until the transaction ends. */
export async function requestForUpdate(scope: Scope, id: string): Promise<RequestRow | undefined> {
	const [row] = await scope.tx.select().from(requests).where(own(scope, id)).for('update');
	return row;
}

/** Several requests, locked in the order of their ids, so that two who lock the same never wait in a circle. */
export function requestsForUpdate(scope: Scope, ids: readonly string[]): Promise<RequestRow[]> {
	if (ids.length === 0) return Promise.resolve([]);
	return scope.tx
		.select()
		.from(requests)
		.where(and(eq(requests.communityId, scope.communityId), inArray(requests.id, [...ids])))
		.orderBy(asc(requests.id))
		.for('update');
}

export async function windowsOf(scope: Scope, requestIds: string[]): Promise<Map<string, Span[]>> {
	const found = new Map<string, Span[]>(requestIds.map((id) => [id, []]));
	if (requestIds.length === 0) return found;
	const rows = await scope.tx
		.select()
		.from(requestWindows)
		.where(
			and(eq(requestWindows.communityId, scope.communityId), inArray(requestWindows.requestId, requestIds))
		)
		.orderBy(asc(requestWindows.during));
	for (const row of rows) found.get(row.requestId)?.push(row.during);
	return found;
}

/** Requests for a person or asked by them, newest first. */
export function requestsOf(scope: Scope, personId: string): Promise<RequestRow[]> {
	return scope.tx
		.select()
		.from(requests)
		.where(
			and(
				eq(requests.communityId, scope.communityId),
				sql`(${requests.forPersonId} = ${personId} or ${requests.askedBy} = ${personId})`
			)
		)
		.orderBy(desc(requests.createdAt))
		.limit(100);
}

/** Changes a request where it still is in one of `from`; false where it is not. Its version rises. */
export async function changeRequest(
	scope: Scope,
	id: string,
	from: { life: RequestState[]; triage?: TriageState[]; version?: number },
	change: Partial<Omit<typeof requests.$inferInsert, 'communityId' | 'id' | 'version'>>
): Promise<boolean> {
	const changed = await scope.tx
		.update(requests)
		.set({ ...change, version: sql`${requests.version} + 1` })
		.where(
			and(
				own(scope, id),
				inArray(requests.life, from.life),
				from.triage && inArray(requests.triage, from.triage),
				from.version === undefined ? undefined : eq(requests.version, from.version)
			)
		)
		.returning({ id: requests.id });
	return changed.length > 0;
}

/** Where requests happen, in metres of the community's map; those without a building are left out. */
export async function placesOfRequests(
	scope: Scope,
	ids: string[]
): Promise<Map<string, { east: number; north: number }>> {
	if (ids.length === 0) return new Map();
	const rows = await scope.tx
		.select({ id: requests.id, east: buildings.east, north: buildings.north })
		.from(requests)
		.innerJoin(
			buildings,
			and(eq(buildings.communityId, requests.communityId), eq(buildings.id, requests.buildingId))
		)
		.where(and(eq(requests.communityId, scope.communityId), inArray(requests.id, ids)));
	return new Map(rows.map(({ id, east, north }) => [id, { east, north }]));
}
