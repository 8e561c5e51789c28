import { and, asc, count, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { people } from '../accounts/tables.server.ts';
import type { Scope } from '../db/client.server.ts';
import { groupMembers, groups } from '../groups/tables.server.ts';
import { venues } from '../places/tables.server.ts';
import { activities, occurrences, signUps } from './tables.server.ts';

export type PaperRow = NonNullable<Awaited<ReturnType<typeof publishedActivity>>>;

/** An activity as papers tell of it; undefined where it is not published. */
export async function publishedActivity({ tx, communityId }: Scope, id: string) {
	const [row] = await tx
		.select({ activity: activities, group: groups, venue: venues })
		.from(activities)
		.leftJoin(groups, and(eq(groups.communityId, communityId), eq(groups.id, activities.groupId)))
		.leftJoin(venues, and(eq(venues.communityId, communityId), eq(venues.id, activities.venueId)))
		.where(
			and(eq(activities.communityId, communityId), eq(activities.id, id), eq(activities.status, 'published'))
		);
	return row;
}

/** The dates of an activity that are not over at `now`, the nearest first, at most `limit` of them, and how many there are. */
export async function datesToCome({ tx, communityId }: Scope, activityId: string, now: Date, limit: number) {
	const which = and(
		eq(occurrences.communityId, communityId),
		eq(occurrences.activityId, activityId),
		eq(occurrences.status, 'planned'),
		gt(sql`upper(${occurrences.during})`, now.toISOString())
	);
	const dates = await tx
		.select({
			id: occurrences.id,
			during: occurrences.during,
			venueId: occurrences.venueId,
			seats: occurrences.seats,
			taken: occurrences.taken
		})
		.from(occurrences)
		.where(which)
		.orderBy(asc(occurrences.localDay), asc(sql`lower(${occurrences.during})`))
		.limit(limit);
	const [all] = await tx.select({ count: count() }).from(occurrences).where(which);
	return { dates, count: all?.count ?? 0 };
}

/** Who has a seat, in the order of signing up, and whether the other members of the group may read the name. */
export function namesSignedUp({ tx, communityId }: Scope, activityId: string) {
	return tx
		.select({
			personId: signUps.personId,
			occurrenceId: signUps.occurrenceId,
			name: people.name,
			companions: signUps.companions,
			shown: sql<boolean>`coalesce(${groupMembers.shown}, false)`
		})
		.from(signUps)
		.innerJoin(
			activities,
			and(eq(activities.communityId, communityId), eq(activities.id, signUps.activityId))
		)
		.innerJoin(people, and(eq(people.communityId, communityId), eq(people.id, signUps.personId)))
		.leftJoin(
			groupMembers,
			and(
				eq(groupMembers.communityId, communityId),
				eq(groupMembers.groupId, activities.groupId),
				eq(groupMembers.personId, signUps.personId),
				isNull(groupMembers.endedAt)
			)
		)
		.where(
			and(
				eq(signUps.communityId, communityId),
				eq(signUps.activityId, activityId),
				inArray(signUps.status, ['signed', 'offered'])
			)
		)
		.orderBy(asc(signUps.createdAt), asc(signUps.id));
}
