import { and, asc, eq, gt, gte, inArray, lte, sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import type { Day } from '#lib/shared/time.ts';
import { activities, occurrences } from './tables.server.ts';

export type ActivityRow = typeof activities.$inferSelect;
export type OccurrenceRow = typeof occurrences.$inferSelect;

const own = (scope: Scope, id: string) =>
	and(eq(activities.communityId, scope.communityId), eq(activities.id, id));
const ownDate = (scope: Scope, id: string) =>
	and(eq(occurrences.communityId, scope.communityId), eq(occurrences.id, id));

/** Dates that have not begun and take place. */
const ahead = (scope: Scope, activityId: string, now: Date) =>
	and(
		eq(occurrences.communityId, scope.communityId),
		eq(occurrences.activityId, activityId),
		eq(occurrences.status, 'planned'),
		gt(sql`lower(${occurrences.during})`, sql`${now.toISOString()}::timestamptz`)
	);

export async function addActivity(
	scope: Scope,
	row: Omit<typeof activities.$inferInsert, 'communityId'>
): Promise<void> {
	await scope.tx.insert(activities).values({ ...row, communityId: scope.communityId });
}

export async function activityById(scope: Scope, id: string): Promise<ActivityRow | undefined> {
	const [row] = await scope.tx.select().from(activities).where(own(scope, id));
	return row;
}

/** Locked so that others may sign up meanwhile, and nobody changes what it is. */
export async function activityForShare(scope: Scope, id: string): Promise<ActivityRow | undefined> {
	const [row] = await scope.tx.select().from(activities).where(own(scope, id)).for('share');
	return row;
}

/** Locked until the transaction ends: nobody signs up meanwhile. */
export async function activityForUpdate(scope: Scope, id: string): Promise<ActivityRow | undefined> {
	const [row] = await scope.tx.select().from(activities).where(own(scope, id)).for('update');
	return row;
}

export async function changeActivity(
	scope: Scope,
	id: string,
	change: Partial<Omit<typeof activities.$inferInsert, 'communityId' | 'id'>>
): Promise<void> {
	await scope.tx
		.update(activities)
		.set({ ...change, version: sql`${activities.version} + 1` })
		.where(own(scope, id));
}

/** Series that go on, and are not written down as far as this day. */
export function seriesBehind(scope: Scope, until: Day): Promise<{ id: string }[]> {
	return scope.tx
		.select({ id: activities.id })
		.from(activities)
		.where(
			and(
				eq(activities.communityId, scope.communityId),
				eq(activities.status, 'published'),
				sql`${activities.rule} is not null`,
				sql`not exists (select 1 from ${occurrences} o where o.community_id = ${activities.communityId}
					and o.activity_id = ${activities.id} and o.rule_day >= ${until})`
			)
		);
}

/** Writes a date; false where the rule's day has one. */
export async function addOccurrence(
	scope: Scope,
	row: Omit<typeof occurrences.$inferInsert, 'communityId'>
): Promise<boolean> {
	const added = await scope.tx
		.insert(occurrences)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: occurrences.id });
	return added.length > 0;
}

/** The rule's days that are written down, from one on. */
export async function ruleDaysFrom(scope: Scope, activityId: string, from: Day): Promise<Set<Day>> {
	const rows = await scope.tx
		.select({ day: occurrences.ruleDay })
		.from(occurrences)
		.where(
			and(
				eq(occurrences.communityId, scope.communityId),
				eq(occurrences.activityId, activityId),
				gte(occurrences.ruleDay, from)
			)
		);
	return new Set(rows.map(({ day }) => day));
}

export async function occurrenceById(scope: Scope, id: string): Promise<OccurrenceRow | undefined> {
	const [row] = await scope.tx.select().from(occurrences).where(ownDate(scope, id));
	return row;
}

/** All dates of an activity between two local days, cancelled ones too, in order. */
export function datesBetween(scope: Scope, activityId: string, from: Day, to: Day): Promise<OccurrenceRow[]> {
	return scope.tx
		.select()
		.from(occurrences)
		.where(
			and(
				eq(occurrences.communityId, scope.communityId),
				eq(occurrences.activityId, activityId),
				gte(occurrences.localDay, from),
				lte(occurrences.localDay, to)
			)
		)
		.orderBy(asc(occurrences.during));
}

/** Dates that have not begun and take place, the next first. */
export function datesAhead(scope: Scope, activityId: string, now: Date): Promise<OccurrenceRow[]> {
	return scope.tx
		.select()
		.from(occurrences)
		.where(ahead(scope, activityId, now))
		.orderBy(asc(occurrences.during));
}

/** The same, locked in the order of their ids, in which everybody locks them who wants several. */
export function lockDatesAhead(scope: Scope, activityId: string, now: Date): Promise<OccurrenceRow[]> {
	return scope.tx
		.select()
		.from(occurrences)
		.where(ahead(scope, activityId, now))
		.orderBy(asc(occurrences.id))
		.for('no key update');
}

export async function changeOccurrence(
	scope: Scope,
	id: string,
	change: Partial<Omit<typeof occurrences.$inferInsert, 'communityId' | 'id'>>
): Promise<OccurrenceRow | undefined> {
	const [row] = await scope.tx.update(occurrences).set(change).where(ownDate(scope, id)).returning();
	return row;
}

/** Gives all dates that are left another number of seats. */
export async function changeSeats(
	scope: Scope,
	activityId: string,
	seats: number | null,
	now: Date
): Promise<void> {
	await scope.tx
		.update(occurrences)
		.set({ seats })
		.where(ahead(scope, activityId, now));
}

/**
 * Takes or gives back seats on dates, in the order of their ids. Nothing is asked here: the table refuses too many. The lock
 * leaves room for sign-ups that point at the same date: two of them must not wait for each other.
 */
export async function moveSeats(scope: Scope, ids: readonly string[], party: number): Promise<void> {
	if (ids.length === 0) return;
	const locked = scope.tx
		.select({ id: occurrences.id })
		.from(occurrences)
		.where(and(eq(occurrences.communityId, scope.communityId), inArray(occurrences.id, [...ids])))
		.orderBy(asc(occurrences.id))
		.for('no key update');
	await scope.tx
		.update(occurrences)
		.set({ taken: sql`${occurrences.taken} + ${party}` })
		.where(and(eq(occurrences.communityId, scope.communityId), inArray(occurrences.id, locked)));
}

/** Moves the seats of each date by its own number. Where dates differ, they are locked before. */
export async function settleSeats(scope: Scope, moves: ReadonlyMap<string, number>): Promise<void> {
	for (const [party, some] of Map.groupBy(moves, ([, seats]) => seats)) {
		await moveSeats(
			scope,
			some.map(([id]) => id),
			party
		);
	}
}

const checkViolation = '23514';

/** Runs what takes seats in a savepoint. Null where there are too few. */
export async function ifRoom<T>(scope: Scope, work: (scope: Scope) => Promise<T>): Promise<T | null> {
	try {
		return await scope.tx.transaction((tx) => work({ ...scope, tx }));
	} catch (error) {
		const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
		if (cause?.code === checkViolation) return null;
		throw error;
	}
}
