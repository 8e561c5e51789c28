import { and, asc, eq, gt, inArray, isNull, lt, lte, ne, or, sql, type SQL } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import type { Span } from '#lib/shared/time.ts';
import { seatedStates, type SignUpState } from './activities.ts';
import { activities, attendances, occurrences, signUps } from './tables.server.ts';

export type SignUpRow = typeof signUps.$inferSelect;

const own = (scope: Scope, id: string) => and(eq(signUps.communityId, scope.communityId), eq(signUps.id, id));
const of = (scope: Scope, activityId: string) =>
	and(eq(signUps.communityId, scope.communityId), eq(signUps.activityId, activityId));

/** Puts somebody on a list; false where he is on it already. */
export async function addSignUp(
	scope: Scope,
	row: Omit<typeof signUps.$inferInsert, 'communityId'>
): Promise<boolean> {
	const added = await scope.tx
		.insert(signUps)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: signUps.id });
	return added.length > 0;
}

export async function signUpById(scope: Scope, id: string): Promise<SignUpRow | undefined> {
	const [row] = await scope.tx.select().from(signUps).where(own(scope, id));
	return row;
}

/** All that one person has open with an activity, locked in the order of ids: what it holds together is counted together. */
export function openForUpdate(scope: Scope, activityId: string, personId: string): Promise<SignUpRow[]> {
	return scope.tx
		.select()
		.from(signUps)
		.where(and(of(scope, activityId), isNull(signUps.endedAt), eq(signUps.personId, personId)))
		.orderBy(asc(signUps.id))
		.for('update');
}

/** Changes a sign-up where it still is in one of `from`; undefined where it is not. */
export async function changeSignUp(
	scope: Scope,
	id: string,
	from: readonly SignUpState[],
	change: Partial<Omit<typeof signUps.$inferInsert, 'communityId' | 'id'>>
): Promise<SignUpRow | undefined> {
	const [row] = await scope.tx
		.update(signUps)
		.set(change)
		.where(and(own(scope, id), inArray(signUps.status, [...from])))
		.returning();
	return row;
}

/** What these people have open with an activity, for dates and for the series. */
export function openSignUps(
	scope: Scope,
	activityId: string,
	personIds: readonly string[]
): Promise<SignUpRow[]> {
	if (personIds.length === 0) return Promise.resolve([]);
	return scope.tx
		.select()
		.from(signUps)
		.where(and(of(scope, activityId), isNull(signUps.endedAt), inArray(signUps.personId, [...personIds])))
		.orderBy(asc(signUps.createdAt));
}

/** A sign-up with the name of who comes. */
export type ListedSignUp = SignUpRow & { name: string };

/**
 * All that is open with an activity, in the order of signing up; with a date, what is for it or for the series, and the last of
 * whoever was seen there and has left the list since.
 */
export async function listSignUps(
	scope: Scope,
	activityId: string,
	occurrenceId?: string
): Promise<ListedSignUp[]> {
	const rows = await scope.tx
		.select({ row: signUps, name: people.name })
		.from(signUps)
		.innerJoin(people, and(eq(people.communityId, signUps.communityId), eq(people.id, signUps.personId)))
		.where(
			and(
				of(scope, activityId),
				occurrenceId ? or(isNull(signUps.occurrenceId), eq(signUps.occurrenceId, occurrenceId)) : undefined,
				occurrenceId ? or(isNull(signUps.endedAt), cameTo(scope, occurrenceId)) : isNull(signUps.endedAt)
			)
		)
		.orderBy(asc(signUps.createdAt), asc(signUps.id));
	const open = new Set(rows.filter(({ row }) => !row.endedAt).map(({ row }) => row.personId));
	const last = new Map(rows.map(({ row }) => [row.personId, row.id]));
	return rows
		.filter(({ row }) => !row.endedAt || (!open.has(row.personId) && last.get(row.personId) === row.id))
		.map(({ row, name }) => ({ ...row, name }));
}

function cameTo({ communityId }: Scope, occurrenceId: string): SQL {
	return sql`exists (select 1 from ${attendances} a where a.community_id = ${communityId}
		and a.occurrence_id = ${occurrenceId} and a.person_id = ${signUps.personId} and a.status = 'came')`;
}

/** Who waits, in the order of asking; whom somebody else is about to offer a seat is left out. */
export function waitingFor(scope: Scope, activityId: string): Promise<SignUpRow[]> {
	return scope.tx
		.select()
		.from(signUps)
		.where(and(of(scope, activityId), eq(signUps.status, 'waiting')))
		.orderBy(asc(signUps.createdAt), asc(signUps.id))
		.for('update', { skipLocked: true });
}

/** Seats that those in the series have on each date. */
export async function seriesSeats(scope: Scope, activityId: string): Promise<number> {
	const [row] = await scope.tx
		.select({ seats: sql<number>`coalesce(sum(1 + ${signUps.companions}), 0)::int` })
		.from(signUps)
		.where(
			and(
				of(scope, activityId),
				isNull(signUps.occurrenceId),
				isNull(signUps.endedAt),
				inArray(signUps.status, [...seatedStates])
			)
		);
	return row!.seats;
}

/** Ends all that is open for a date, or with the whole activity; whom it was for. */
export async function callOffSignUps(
	scope: Scope,
	{ activityId, occurrenceId }: { activityId: string; occurrenceId: string | null },
	now: Date
): Promise<string[]> {
	const rows = await scope.tx
		.update(signUps)
		.set({ status: 'called_off', endedAt: now })
		.where(
			and(
				of(scope, activityId),
				isNull(signUps.endedAt),
				occurrenceId ? eq(signUps.occurrenceId, occurrenceId) : undefined
			)
		)
		.returning({ personId: signUps.personId });
	return rows.map(({ personId }) => personId);
}

/** Seats that were offered and not taken in time. */
export function overdueOffers(scope: Scope, now: Date): Promise<{ id: string }[]> {
	return scope.tx
		.select({ id: signUps.id })
		.from(signUps)
		.where(
			and(
				eq(signUps.communityId, scope.communityId),
				eq(signUps.status, 'offered'),
				lte(signUps.answerBy, now)
			)
		);
}

/** Names of other activities on whose list somebody is at the same time. */
export async function clashesWith(
	scope: Scope,
	personId: string,
	during: Span,
	exceptId: string
): Promise<{ name: string; nameEn: string }[]> {
	const [start, end] = [during.start.toISOString(), during.end.toISOString()];
	return scope.tx
		.selectDistinct({ name: activities.name, nameEn: activities.nameEn })
		.from(signUps)
		.innerJoin(
			activities,
			and(eq(activities.communityId, signUps.communityId), eq(activities.id, signUps.activityId))
		)
		.innerJoin(
			occurrences,
			and(
				eq(occurrences.communityId, signUps.communityId),
				eq(occurrences.activityId, signUps.activityId),
				or(isNull(signUps.occurrenceId), eq(signUps.occurrenceId, occurrences.id))
			)
		)
		.leftJoin(
			attendances,
			and(
				eq(attendances.communityId, occurrences.communityId),
				eq(attendances.occurrenceId, occurrences.id),
				eq(attendances.personId, signUps.personId)
			)
		)
		.where(
			and(
				eq(signUps.communityId, scope.communityId),
				eq(signUps.personId, personId),
				eq(signUps.status, 'signed'),
				ne(signUps.activityId, exceptId),
				eq(occurrences.status, 'planned'),
				isNull(attendances.status),
				lt(sql`lower(${occurrences.during})`, sql`${end}::timestamptz`),
				gt(sql`upper(${occurrences.during})`, sql`${start}::timestamptz`)
			)
		);
}
