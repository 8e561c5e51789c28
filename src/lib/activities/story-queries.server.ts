import { and, asc, desc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import type { StoryRow } from '#lib/groups/story-queries.server.ts';
import { groupStories } from '#lib/groups/tables.server.ts';
import type { Day } from '#lib/shared/time.ts';
import { activities, attendances, occurrences } from './tables.server.ts';

/** The latest stories about the dates of an activity with who wrote them, newest first. */
export async function storiesOfActivity(
	scope: Scope,
	activityId: string,
	limit: number
): Promise<(StoryRow & { author: string })[]> {
	const { tx, communityId } = scope;
	const rows = await tx
		.select({ row: groupStories, author: people.name })
		.from(groupStories)
		.innerJoin(
			occurrences,
			and(eq(occurrences.communityId, communityId), eq(occurrences.id, groupStories.occurrenceId))
		)
		.innerJoin(people, and(eq(people.communityId, communityId), eq(people.id, groupStories.authorId)))
		.where(and(eq(groupStories.communityId, communityId), eq(occurrences.activityId, activityId)))
		.orderBy(desc(groupStories.createdAt), desc(groupStories.id))
		.limit(limit);
	return rows.map(({ row, author }) => ({ ...row, author }));
}

/** The community's own activities of which stories wait to be looked at, with how many, the most first. */
export async function heldOfOwn({ tx, communityId }: Scope) {
	const held = sql<number>`count(*)::int`;
	return tx
		.select({ id: activities.id, name: activities.name, nameEn: activities.nameEn, count: held })
		.from(groupStories)
		.innerJoin(
			occurrences,
			and(eq(occurrences.communityId, communityId), eq(occurrences.id, groupStories.occurrenceId))
		)
		.innerJoin(
			activities,
			and(eq(activities.communityId, communityId), eq(activities.id, occurrences.activityId))
		)
		.where(
			and(
				eq(groupStories.communityId, communityId),
				eq(groupStories.status, 'held'),
				isNull(groupStories.groupId)
			)
		)
		.groupBy(activities.id, activities.name, activities.nameEn)
		.orderBy(desc(held), asc(activities.name));
}

/** Days and names of dates by their ids. */
export async function namedDates(
	{ tx, communityId }: Scope,
	ids: readonly string[]
): Promise<Map<string, { day: Day; name: string; nameEn: string }>> {
	if (ids.length === 0) return new Map();
	const rows = await tx
		.select({
			id: occurrences.id,
			day: occurrences.localDay,
			name: activities.name,
			nameEn: activities.nameEn
		})
		.from(occurrences)
		.innerJoin(
			activities,
			and(eq(activities.communityId, communityId), eq(activities.id, occurrences.activityId))
		)
		.where(and(eq(occurrences.communityId, communityId), inArray(occurrences.id, [...ids])));
	return new Map(rows.map(({ id, ...named }) => [id, named]));
}

/**
 * Dates of an activity that took place, the last first.
 * @param cameId only those at which this person was; null: all
 */
export async function datesHeld(
	scope: Scope,
	activityId: string,
	cameId: string | null,
	now: Date,
	limit: number
): Promise<{ id: string; day: Day }[]> {
	return scope.tx
		.select({ id: occurrences.id, day: occurrences.localDay })
		.from(occurrences)
		.where(
			and(
				eq(occurrences.communityId, scope.communityId),
				eq(occurrences.activityId, activityId),
				eq(occurrences.status, 'planned'),
				lte(sql`upper(${occurrences.during})`, sql`${now.toISOString()}::timestamptz`),
				cameId === null ? undefined : inArray(occurrences.id, whereCame(scope, cameId))
			)
		)
		.orderBy(desc(occurrences.localDay))
		.limit(limit);
}

function whereCame({ tx, communityId }: Scope, personId: string) {
	return tx
		.select({ id: attendances.occurrenceId })
		.from(attendances)
		.where(
			and(
				eq(attendances.communityId, communityId),
				eq(attendances.personId, personId),
				eq(attendances.status, 'came')
			)
		);
}
