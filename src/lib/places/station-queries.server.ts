import { and, asc, eq } from 'drizzle-orm';
import type { Scope } from '../db/client.server.ts';
import { desks, stations } from './tables.server.ts';

export type StationRow = typeof stations.$inferSelect;
export type DeskRow = typeof desks.$inferSelect;

/** The service stations of the community, by name. */
export function stationsOf(scope: Scope): Promise<StationRow[]> {
	return scope.tx
		.select()
		.from(stations)
		.where(eq(stations.communityId, scope.communityId))
		.orderBy(asc(stations.name));
}

export async function stationById(scope: Scope, id: string): Promise<StationRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(stations)
		.where(and(eq(stations.communityId, scope.communityId), eq(stations.id, id)));
	return row;
}

/** All desks of the community, closed ones too, by station and name. */
export function desksOf(scope: Scope): Promise<DeskRow[]> {
	return scope.tx
		.select()
		.from(desks)
		.where(eq(desks.communityId, scope.communityId))
		.orderBy(asc(desks.stationId), asc(desks.name));
}

export async function deskById(scope: Scope, id: string): Promise<DeskRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(desks)
		.where(and(eq(desks.communityId, scope.communityId), eq(desks.id, id)));
	return row;
}

/** @returns false where there is one of that name */
export async function addStation(scope: Scope, row: Omit<StationRow, 'communityId'>): Promise<boolean> {
	const rows = await scope.tx
		.insert(stations)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: stations.id });
	return rows.length > 0;
}

/** @returns false where there is one of that name */
export async function addDesk(scope: Scope, row: Omit<DeskRow, 'communityId'>): Promise<boolean> {
	const rows = await scope.tx
		.insert(desks)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: desks.id });
	return rows.length > 0;
}

export async function changeDesk(
	scope: Scope,
	id: string,
	change: Partial<Omit<DeskRow, 'communityId' | 'id' | 'stationId'>>
): Promise<boolean> {
	const rows = await scope.tx
		.update(desks)
		.set(change)
		.where(and(eq(desks.communityId, scope.communityId), eq(desks.id, id)))
		.returning({ id: desks.id });
	return rows.length > 0;
}
