import { and, asc, count, eq, inArray } from 'drizzle-orm';
import { gridOfficers, households, people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';

/** The staff member who answers for a grid. */
export interface OfficerRow {
	gridId: string;
	personId: string;
	name: string;
	/** The number that he gave for the card. */
	phone: string | null;
}

/** Who answers for which grid (包片负责制, seed 003). */
export function officersOf(scope: Scope): Promise<OfficerRow[]> {
	const { gridId, personId, phone } = gridOfficers;
	return scope.tx
		.select({ gridId, personId, phone, name: people.name })
		.from(gridOfficers)
		.innerJoin(
			people,
			and(eq(people.communityId, gridOfficers.communityId), eq(people.id, gridOfficers.personId))
		)
		.where(eq(gridOfficers.communityId, scope.communityId));
}

/** Gives a grid to somebody, in the place of whoever had it. */
export async function putOfficer(
	scope: Scope,
	row: Omit<typeof gridOfficers.$inferInsert, 'communityId'>
): Promise<void> {
	await scope.tx
		.insert(gridOfficers)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoUpdate({
			target: [gridOfficers.communityId, gridOfficers.gridId],
			set: { personId: row.personId, phone: row.phone ?? null, since: row.since }
		});
}

export async function dropOfficer(scope: Scope, gridId: string): Promise<void> {
	await scope.tx
		.delete(gridOfficers)
		.where(and(eq(gridOfficers.communityId, scope.communityId), eq(gridOfficers.gridId, gridId)));
}

/** A home with its door, sealed. */
export type DoorRow = Pick<typeof households.$inferSelect, 'id' | 'buildingId' | 'doorSealed'>;

/** The homes in some buildings, in no order. */
export async function homesIn(scope: Scope, buildingIds: readonly string[]): Promise<DoorRow[]> {
	if (buildingIds.length === 0) return [];
	const { id, buildingId, doorSealed } = households;
	return scope.tx
		.select({ id, buildingId, doorSealed })
		.from(households)
		.where(and(eq(households.communityId, scope.communityId), inArray(buildingId, [...buildingIds])))
		.orderBy(asc(id));
}

/** How many homes there are in each building that has some. */
export async function countHomes(scope: Scope): Promise<Map<string, number>> {
	const rows = await scope.tx
		.select({ buildingId: households.buildingId, homes: count() })
		.from(households)
		.where(eq(households.communityId, scope.communityId))
		.groupBy(households.buildingId);
	return new Map(rows.map(({ buildingId, homes }) => [buildingId, homes]));
}
