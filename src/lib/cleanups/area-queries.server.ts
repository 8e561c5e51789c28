import { and, asc, eq, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { buildings } from '#lib/places/tables.server.ts';
import type { CleanupRow } from './queries.server.ts';
import { cleanupAreas, cleanupBuildings, cleanups } from './tables.server.ts';

export type AreaRow = typeof cleanupAreas.$inferSelect;

const own = (scope: Scope, id: string) =>
	and(eq(cleanupAreas.communityId, scope.communityId), eq(cleanupAreas.id, id));

/** Adds an area; false where the day has one of that name. */
export async function addArea(
	scope: Scope,
	row: Omit<typeof cleanupAreas.$inferInsert, 'communityId'>
): Promise<boolean> {
	const added = await scope.tx
		.insert(cleanupAreas)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: cleanupAreas.id });
	return added.length > 0;
}

export async function areaById(scope: Scope, id: string): Promise<AreaRow | undefined> {
	const [row] = await scope.tx.select().from(cleanupAreas).where(own(scope, id));
	return row;
}

/** An area with its day. */
export interface AreaOfDay {
	area: AreaRow;
	cleanup: CleanupRow;
}

/** An area with its day, which is locked so that others may sign up and check in meanwhile, and nobody changes or closes it. */
export async function areaForShare(scope: Scope, id: string): Promise<AreaOfDay | undefined> {
	const [row] = await scope.tx
		.select({ area: cleanupAreas, cleanup: cleanups })
		.from(cleanupAreas)
		.innerJoin(
			cleanups,
			and(eq(cleanups.communityId, cleanupAreas.communityId), eq(cleanups.id, cleanupAreas.cleanupId))
		)
		.where(own(scope, id))
		.for('share', { of: cleanups });
	return row;
}

export async function changeArea(
	scope: Scope,
	id: string,
	change: Partial<Omit<typeof cleanupAreas.$inferInsert, 'communityId' | 'id' | 'taken'>>
): Promise<void> {
	await scope.tx.update(cleanupAreas).set(change).where(own(scope, id));
}

export async function removeArea(scope: Scope, id: string): Promise<void> {
	await scope.tx.delete(cleanupAreas).where(own(scope, id));
}

/** True where another area of the day has this name. */
export async function isAreaNamed(
	scope: Scope,
	{ cleanupId, name, except }: { cleanupId: string; name: string; except: string }
): Promise<boolean> {
	const rows = await scope.tx
		.select({ id: cleanupAreas.id })
		.from(cleanupAreas)
		.where(
			and(
				eq(cleanupAreas.communityId, scope.communityId),
				eq(cleanupAreas.cleanupId, cleanupId),
				eq(cleanupAreas.name, name),
				ne(cleanupAreas.id, except)
			)
		);
	return rows.length > 0;
}

/** The areas of a day by name, each with who leads it. */
export async function areasOf(
	scope: Scope,
	cleanupId: string
): Promise<(AreaRow & { leader: string | null })[]> {
	const rows = await scope.tx
		.select({ row: cleanupAreas, leader: people.name })
		.from(cleanupAreas)
		.leftJoin(
			people,
			and(eq(people.communityId, cleanupAreas.communityId), eq(people.id, cleanupAreas.leaderId))
		)
		.where(and(eq(cleanupAreas.communityId, scope.communityId), eq(cleanupAreas.cleanupId, cleanupId)))
		.orderBy(asc(cleanupAreas.name), asc(cleanupAreas.id));
	return rows.map(({ row, leader }) => ({ ...row, leader }));
}

/** Takes a place in an area, in one statement; false where none is left. */
export async function takePlace(scope: Scope, id: string): Promise<boolean> {
	const taken = await scope.tx
		.update(cleanupAreas)
		.set({ taken: sql`${cleanupAreas.taken} + 1` })
		.where(and(own(scope, id), or(isNull(cleanupAreas.places), lt(cleanupAreas.taken, cleanupAreas.places))))
		.returning({ id: cleanupAreas.id });
	return taken.length > 0;
}

export async function givePlace(scope: Scope, id: string): Promise<void> {
	await scope.tx
		.update(cleanupAreas)
		.set({ taken: sql`${cleanupAreas.taken} - 1` })
		.where(own(scope, id));
}

/** A building that belongs to an area of a day. */
export interface AreaBuilding {
	areaId: string;
	buildingId: string;
	name: string;
	nameEn: string;
}

/** The buildings of all areas of a day, by name. */
export function buildingsIn(scope: Scope, cleanupId: string): Promise<AreaBuilding[]> {
	return scope.tx
		.select({
			areaId: cleanupBuildings.areaId,
			buildingId: cleanupBuildings.buildingId,
			name: buildings.name,
			nameEn: buildings.nameEn
		})
		.from(cleanupBuildings)
		.innerJoin(
			buildings,
			and(
				eq(buildings.communityId, cleanupBuildings.communityId),
				eq(buildings.id, cleanupBuildings.buildingId)
			)
		)
		.where(
			and(eq(cleanupBuildings.communityId, scope.communityId), eq(cleanupBuildings.cleanupId, cleanupId))
		)
		.orderBy(asc(buildings.name));
}

/** Gives an area these buildings and no others. @returns how many of them it has got: others belong to another area */
export async function replaceBuildings(
	scope: Scope,
	{ id: areaId, cleanupId }: Pick<AreaRow, 'id' | 'cleanupId'>,
	buildingIds: readonly string[]
): Promise<number> {
	const { communityId } = scope;
	await scope.tx
		.delete(cleanupBuildings)
		.where(and(eq(cleanupBuildings.communityId, communityId), eq(cleanupBuildings.areaId, areaId)));
	if (buildingIds.length === 0) return 0;
	const added = await scope.tx
		.insert(cleanupBuildings)
		.values(buildingIds.map((buildingId) => ({ communityId, cleanupId, areaId, buildingId })))
		.onConflictDoNothing()
		.returning({ buildingId: cleanupBuildings.buildingId });
	return added.length;
}
