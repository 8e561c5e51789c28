import { and, eq, inArray } from 'drizzle-orm';
import type { Scope } from '../db/client.server.ts';
import { buildings } from '../places/tables.server.ts';
import { households } from './tables.server.ts';

export type HouseholdRow = typeof households.$inferSelect;

export interface HomeRow extends HouseholdRow {
	building: string;
	buildingEn: string;
	gridId: string;
	east: number;
	north: number;
}

export async function homeById(scope: Scope, id: string): Promise<HomeRow | undefined> {
	return (await homesByIds(scope, [id]))[0];
}

export async function homesByIds(scope: Scope, ids: readonly string[]): Promise<HomeRow[]> {
	if (ids.length === 0) return [];
	const rows = await scope.tx
		.select({ household: households, building: buildings })
		.from(households)
		.innerJoin(
			buildings,
			and(eq(buildings.communityId, households.communityId), eq(buildings.id, households.buildingId))
		)
		.where(and(eq(households.communityId, scope.communityId), inArray(households.id, [...ids])));
	return rows.map(({ household, building: { name, nameEn, gridId, east, north } }) => ({
		...household,
		building: name,
		buildingEn: nameEn,
		gridId,
		east,
		north
	}));
}

/** Adds a home, or finds the one that has this door. */
export async function addHome(scope: Scope, row: Omit<HouseholdRow, 'communityId'>): Promise<string> {
	await scope.tx
		.insert(households)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing();
	const [home] = await scope.tx
		.select({ id: households.id })
		.from(households)
		.where(and(eq(households.communityId, scope.communityId), eq(households.doorHash, row.doorHash)));
	return home!.id;
}
