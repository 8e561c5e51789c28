import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Scope } from '#lib/db/client.server.ts';
import { groupMembers } from '#lib/groups/tables.server.ts';
import type { ActivityRow } from './queries.server.ts';
import { activities, attendances, occurrences, signUps } from './tables.server.ts';

/**
 * Whom a leader knows: members of the group, those who came to what it did before, and those on the list.
 * @param among only these are asked about; null: everybody
 */
export async function knownToLeader(
	{ tx, communityId }: Scope,
	{ id, groupId }: Pick<ActivityRow, 'id' | 'groupId'>,
	among: readonly string[] | null
): Promise<Set<string>> {
	if (among?.length === 0) return new Set();
	const members = tx
		.select({ id: groupMembers.personId })
		.from(groupMembers)
		.where(
			and(
				eq(groupMembers.communityId, communityId),
				// an id of no group has no members
				eq(groupMembers.groupId, groupId ?? id),
				eq(groupMembers.status, 'member'),
				isNull(groupMembers.endedAt),
				among ? inArray(groupMembers.personId, [...among]) : undefined
			)
		);
	const came = tx
		.select({ id: attendances.personId })
		.from(attendances)
		.innerJoin(
			occurrences,
			and(eq(occurrences.communityId, communityId), eq(occurrences.id, attendances.occurrenceId))
		)
		.innerJoin(
			activities,
			and(eq(activities.communityId, communityId), eq(activities.id, occurrences.activityId))
		)
		.where(
			and(
				eq(attendances.communityId, communityId),
				eq(attendances.status, 'came'),
				or(eq(activities.id, id), groupId ? eq(activities.groupId, groupId) : undefined),
				among ? inArray(attendances.personId, [...among]) : undefined
			)
		);
	const listed = tx
		.select({ id: signUps.personId })
		.from(signUps)
		.where(
			and(
				eq(signUps.communityId, communityId),
				eq(signUps.activityId, id),
				isNull(signUps.endedAt),
				among ? inArray(signUps.personId, [...among]) : undefined
			)
		);
	const rows = await unionAll(members, came, listed);
	return new Set(rows.map((row) => row.id));
}
