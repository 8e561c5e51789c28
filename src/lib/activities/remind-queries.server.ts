import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import type { Day } from '#lib/shared/time.ts';
import { activities, attendances, occurrences, signUps } from './tables.server.ts';

export type ComingRow = Awaited<ReturnType<typeof comingOn>>[number];

/**
 * Who comes to what on a local day and has not said that he does not, the first date first.
 * @param before when they signed up: who does so later has just been told
 */
export function comingOn({ tx, communityId }: Scope, day: Day, before: Date) {
	return tx
		.select({
			personId: signUps.personId,
			signedBy: signUps.signedBy,
			occurrenceId: occurrences.id,
			during: occurrences.during,
			activity: { id: activities.id, name: activities.name, nameEn: activities.nameEn }
		})
		.from(occurrences)
		.innerJoin(
			activities,
			and(eq(activities.communityId, communityId), eq(activities.id, occurrences.activityId))
		)
		.innerJoin(
			signUps,
			and(
				eq(signUps.communityId, communityId),
				eq(signUps.activityId, occurrences.activityId),
				or(isNull(signUps.occurrenceId), eq(signUps.occurrenceId, occurrences.id))
			)
		)
		.leftJoin(
			attendances,
			and(
				eq(attendances.communityId, communityId),
				eq(attendances.occurrenceId, occurrences.id),
				eq(attendances.personId, signUps.personId)
			)
		)
		.where(
			and(
				eq(occurrences.communityId, communityId),
				eq(occurrences.localDay, day),
				eq(occurrences.status, 'planned'),
				eq(signUps.status, 'signed'),
				lt(signUps.createdAt, before),
				isNull(attendances.status)
			)
		)
		.orderBy(asc(sql`lower(${occurrences.during})`), asc(occurrences.id));
}
