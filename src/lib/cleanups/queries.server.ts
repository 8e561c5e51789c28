import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { statesBefore } from '#lib/shared/states.ts';
import { cleanupTransitions, type CleanupState } from './cleanups.ts';
import { cleanupAreas, cleanups, cleanupSignUps, cleanupTeams } from './tables.server.ts';

export type CleanupRow = typeof cleanups.$inferSelect;

const own = (scope: Scope, id: string) =>
	and(eq(cleanups.communityId, scope.communityId), eq(cleanups.id, id));

export async function addCleanup(
	scope: Scope,
	row: Omit<typeof cleanups.$inferInsert, 'communityId'>
): Promise<void> {
	await scope.tx.insert(cleanups).values({ ...row, communityId: scope.communityId });
}

export async function cleanupById(scope: Scope, id: string): Promise<CleanupRow | undefined> {
	const [row] = await scope.tx.select().from(cleanups).where(own(scope, id));
	return row;
}

/** Locked until the transaction ends: nobody signs up or checks in meanwhile. */
export async function cleanupForUpdate(scope: Scope, id: string): Promise<CleanupRow | undefined> {
	const [row] = await scope.tx.select().from(cleanups).where(own(scope, id)).for('update');
	return row;
}

/** Changes what a day says; undefined where another version stands. */
export async function changeCleanup(
	scope: Scope,
	{ id, version }: { id: string; version: number },
	change: Partial<Omit<typeof cleanups.$inferInsert, 'communityId' | 'id'>>
): Promise<CleanupRow | undefined> {
	const [row] = await scope.tx
		.update(cleanups)
		.set({ ...change, version: sql`${cleanups.version} + 1` })
		.where(and(own(scope, id), eq(cleanups.version, version)))
		.returning();
	return row;
}

/** Moves a day on where its state still allows it. */
export async function moveCleanup(
	scope: Scope,
	id: string,
	change: Partial<Omit<CleanupRow, 'communityId' | 'id' | 'version'>> & { status: CleanupState }
): Promise<boolean> {
	const moved = await scope.tx
		.update(cleanups)
		.set({ ...change, version: sql`${cleanups.version} + 1` })
		.where(and(own(scope, id), inArray(cleanups.status, statesBefore(cleanupTransitions, change.status))))
		.returning({ id: cleanups.id });
	return moved.length > 0;
}

/** All days of the community in these states, the latest first. */
export function listCleanups(scope: Scope, states: readonly CleanupState[]): Promise<CleanupRow[]> {
	return scope.tx
		.select()
		.from(cleanups)
		.where(and(eq(cleanups.communityId, scope.communityId), inArray(cleanups.status, [...states])))
		.orderBy(desc(cleanups.localDay), asc(cleanups.name), asc(cleanups.id))
		.limit(200);
}

/** The days to which a partner unit was assigned a team, drafts and cancelled ones left out, the latest first. */
export function cleanupsOfUnit(scope: Scope, unitId: string, limit: number): Promise<CleanupRow[]> {
	const teams = scope.tx
		.select({ id: cleanupTeams.cleanupId })
		.from(cleanupTeams)
		.where(and(eq(cleanupTeams.communityId, scope.communityId), eq(cleanupTeams.unitId, unitId)));
	return scope.tx
		.select()
		.from(cleanups)
		.where(
			and(
				eq(cleanups.communityId, scope.communityId),
				inArray(cleanups.status, ['announced', 'running', 'closed']),
				inArray(cleanups.id, teams)
			)
		)
		.orderBy(desc(cleanups.localDay), asc(cleanups.id))
		.limit(limit);
}

/** A day with its areas counted, how many people it needs and how many came. */
export interface CountedCleanup {
	cleanup: CleanupRow;
	areas: number;
	needed: number;
	came: number;
}

/** All days of the community, the latest first. */
export function countedCleanups(scope: Scope): Promise<CountedCleanup[]> {
	const of = (table: typeof cleanupAreas | typeof cleanupTeams | typeof cleanupSignUps) =>
		sql`from ${table} r where r.community_id = ${cleanups.communityId} and r.cleanup_id = ${cleanups.id}`;
	return scope.tx
		.select({
			cleanup: cleanups,
			areas: sql<number>`(select count(*)::int ${of(cleanupAreas)})`,
			needed: sql<number>`(select coalesce(sum(r.needed), 0)::int ${of(cleanupAreas)})`,
			came: sql<number>`((select count(*) ${of(cleanupSignUps)} and r.ended_at is null and r.came_at is not null)
				+ (select coalesce(sum(r.counted), 0) ${of(cleanupTeams)}))::int`
		})
		.from(cleanups)
		.where(eq(cleanups.communityId, scope.communityId))
		.orderBy(desc(cleanups.localDay), asc(cleanups.name), asc(cleanups.id))
		.limit(200);
}
