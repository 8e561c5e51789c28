import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { groups } from '#lib/groups/tables.server.ts';
import { partnerUnits } from '#lib/partners/tables.server.ts';
import { cleanupSignUps, cleanupTeams } from './tables.server.ts';

export type TeamRow = typeof cleanupTeams.$inferSelect;

/** A team with what its unit or group is called. */
export interface NamedTeam extends TeamRow {
	unit: { name: string; nameEn: string } | null;
	group: { name: string; nameEn: string } | null;
}

const own = (scope: Scope, id: string) =>
	and(eq(cleanupTeams.communityId, scope.communityId), eq(cleanupTeams.id, id));

/** Adds a team; false where its unit or group is in the area already. */
export async function addTeam(
	scope: Scope,
	row: Omit<typeof cleanupTeams.$inferInsert, 'communityId'>
): Promise<boolean> {
	const added = await scope.tx
		.insert(cleanupTeams)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: cleanupTeams.id });
	return added.length > 0;
}

export async function teamById(scope: Scope, id: string): Promise<TeamRow | undefined> {
	const [row] = await scope.tx.select().from(cleanupTeams).where(own(scope, id));
	return row;
}

export async function changeTeam(
	scope: Scope,
	id: string,
	change: Partial<Pick<TeamRow, 'promised' | 'lead' | 'counted' | 'countedMinutes'>>
): Promise<void> {
	await scope.tx.update(cleanupTeams).set(change).where(own(scope, id));
}

export async function removeTeam(scope: Scope, id: string): Promise<void> {
	await scope.tx.delete(cleanupTeams).where(own(scope, id));
}

/** True where anybody ever signed up with a team. */
export async function hasSignUps(scope: Scope, id: string): Promise<boolean> {
	const rows = await scope.tx
		.select({ id: cleanupSignUps.id })
		.from(cleanupSignUps)
		.where(and(eq(cleanupSignUps.communityId, scope.communityId), eq(cleanupSignUps.teamId, id)))
		.limit(1);
	return rows.length > 0;
}

/** The teams of a day: free ones, then groups, then units. */
export async function teamsOf(scope: Scope, cleanupId: string): Promise<NamedTeam[]> {
	const rows = await scope.tx
		.select({
			row: cleanupTeams,
			unit: { name: partnerUnits.name, nameEn: partnerUnits.nameEn },
			group: { name: groups.name, nameEn: groups.nameEn }
		})
		.from(cleanupTeams)
		.leftJoin(
			partnerUnits,
			and(eq(partnerUnits.communityId, cleanupTeams.communityId), eq(partnerUnits.id, cleanupTeams.unitId))
		)
		.leftJoin(
			groups,
			and(eq(groups.communityId, cleanupTeams.communityId), eq(groups.id, cleanupTeams.groupId))
		)
		.where(and(eq(cleanupTeams.communityId, scope.communityId), eq(cleanupTeams.cleanupId, cleanupId)))
		.orderBy(asc(cleanupTeams.kind), asc(cleanupTeams.id));
	return rows.map(({ row, unit, group }) => ({ ...row, unit, group }));
}

/** Partner units whose agreement stands, by name. */
export function standingUnits(scope: Scope): Promise<{ id: string; name: string; nameEn: string }[]> {
	return scope.tx
		.select({ id: partnerUnits.id, name: partnerUnits.name, nameEn: partnerUnits.nameEn })
		.from(partnerUnits)
		.where(and(eq(partnerUnits.communityId, scope.communityId), isNull(partnerUnits.endedAt)))
		.orderBy(asc(partnerUnits.name));
}
