import { and, eq, inArray } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { activityRatings, attendances, occurrences } from './tables.server.ts';

export type AttendanceRow = typeof attendances.$inferSelect;

const at = (scope: Scope, occurrenceId: string) =>
	and(eq(attendances.communityId, scope.communityId), eq(attendances.occurrenceId, occurrenceId));

/** Writes down somebody at a date; false where something is written already. */
export async function addAttendance(scope: Scope, row: Omit<AttendanceRow, 'communityId'>): Promise<boolean> {
	const added = await scope.tx
		.insert(attendances)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ personId: attendances.personId });
	return added.length > 0;
}

/** Writes it down in the place of what was written. */
export async function putAttendance(scope: Scope, row: Omit<AttendanceRow, 'communityId'>): Promise<void> {
	const { status, by, at } = row;
	await scope.tx
		.insert(attendances)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoUpdate({
			target: [attendances.communityId, attendances.occurrenceId, attendances.personId],
			set: { status, by, at }
		});
}

/** Takes back that somebody does not come; false where that was not said. */
export function dropExcuse(scope: Scope, occurrenceId: string, personId: string): Promise<boolean> {
	return drop(scope, { occurrenceId, personId, status: 'excused' });
}

/** Takes back that somebody was there; false where that was not said. */
export function dropArrival(scope: Scope, occurrenceId: string, personId: string): Promise<boolean> {
	return drop(scope, { occurrenceId, personId, status: 'came' });
}

async function drop(
	scope: Scope,
	{ occurrenceId, personId, status }: Pick<AttendanceRow, 'occurrenceId' | 'personId' | 'status'>
): Promise<boolean> {
	const dropped = await scope.tx
		.delete(attendances)
		.where(and(at(scope, occurrenceId), eq(attendances.personId, personId), eq(attendances.status, status)))
		.returning({ personId: attendances.personId });
	return dropped.length > 0;
}

/** Who came to a date, and who did not. */
export function attendancesAt(scope: Scope, occurrenceId: string): Promise<AttendanceRow[]> {
	return scope.tx.select().from(attendances).where(at(scope, occurrenceId));
}

/** What is written of these people at all dates of an activity. */
export async function attendancesOf(
	scope: Scope,
	activityId: string,
	personIds: readonly string[]
): Promise<AttendanceRow[]> {
	if (personIds.length === 0) return [];
	const rows = await scope.tx
		.select({ row: attendances })
		.from(attendances)
		.innerJoin(
			occurrences,
			and(
				eq(occurrences.communityId, attendances.communityId),
				eq(occurrences.id, attendances.occurrenceId),
				eq(occurrences.activityId, activityId)
			)
		)
		.where(
			and(eq(attendances.communityId, scope.communityId), inArray(attendances.personId, [...personIds]))
		);
	return rows.map(({ row }) => row);
}

export type ActivityRatingRow = typeof activityRatings.$inferSelect;

/** Says how it was; false where that was said already. */
export async function addRating(scope: Scope, row: Omit<ActivityRatingRow, 'communityId'>): Promise<boolean> {
	const added = await scope.tx
		.insert(activityRatings)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ personId: activityRatings.personId });
	return added.length > 0;
}

/** What was said of the dates of an activity. */
export async function ratingsOf(scope: Scope, activityId: string): Promise<ActivityRatingRow[]> {
	const rows = await scope.tx
		.select({ row: activityRatings })
		.from(activityRatings)
		.innerJoin(
			occurrences,
			and(
				eq(occurrences.communityId, activityRatings.communityId),
				eq(occurrences.id, activityRatings.occurrenceId),
				eq(occurrences.activityId, activityId)
			)
		)
		.where(eq(activityRatings.communityId, scope.communityId));
	return rows.map(({ row }) => row);
}
