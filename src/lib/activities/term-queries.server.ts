import { and, asc, between, eq, gte, inArray, lte, ne, or, sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import type { Day } from '#lib/shared/time.ts';
import type { ActivityRow, OccurrenceRow } from './queries.server.ts';
import { activities, occurrences, termPlans } from './tables.server.ts';

export type TermPlanRow = typeof termPlans.$inferSelect;

/** The one plan that a group has for a quarter. */
export interface TermKey {
	groupId: string;
	/** `2027-1`. */
	quarter: string;
}

const own = (scope: Scope, { groupId, quarter }: TermKey) =>
	and(
		eq(termPlans.communityId, scope.communityId),
		eq(termPlans.groupId, groupId),
		eq(termPlans.quarter, quarter)
	);

export async function termPlanOf(scope: Scope, key: TermKey): Promise<TermPlanRow | undefined> {
	const [row] = await scope.tx.select().from(termPlans).where(own(scope, key));
	return row;
}

/** The same, locked until the transaction ends. */
export async function termPlanForUpdate(scope: Scope, key: TermKey): Promise<TermPlanRow | undefined> {
	const [row] = await scope.tx.select().from(termPlans).where(own(scope, key)).for('update');
	return row;
}

/** Begins a plan; one that is there stays. */
export async function addTermPlan(scope: Scope, row: TermKey & { id: string }): Promise<void> {
	await scope.tx
		.insert(termPlans)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing();
}

export async function changeTermPlan(
	scope: Scope,
	id: string,
	change: Partial<Pick<TermPlanRow, 'rows' | 'earlier' | 'publishedAt' | 'publishedBy'>>
): Promise<void> {
	await scope.tx
		.update(termPlans)
		.set({ ...change, version: sql`${termPlans.version} + 1` })
		.where(and(eq(termPlans.communityId, scope.communityId), eq(termPlans.id, id)));
}

/** Activities by their ids. */
export function activitiesByIds(scope: Scope, ids: readonly string[]): Promise<ActivityRow[]> {
	return scope.tx
		.select()
		.from(activities)
		.where(and(eq(activities.communityId, scope.communityId), inArray(activities.id, [...ids])));
}

/** A date of a group with what it is. */
export interface GroupDate {
	date: OccurrenceRow;
	activity: ActivityRow;
}

/** The dates of a group that are or were to be between two local days, cancelled ones too, in order. */
export function datesOfGroup(
	scope: Scope,
	groupId: string,
	{ from, to }: { from: Day; to: Day }
): Promise<GroupDate[]> {
	return scope.tx
		.select({ date: occurrences, activity: activities })
		.from(occurrences)
		.innerJoin(
			activities,
			and(eq(activities.communityId, occurrences.communityId), eq(activities.id, occurrences.activityId))
		)
		.where(
			and(
				eq(occurrences.communityId, scope.communityId),
				eq(activities.groupId, groupId),
				ne(activities.status, 'draft'),
				// one that was moved away counts where it was planned
				or(between(occurrences.localDay, from, to), between(occurrences.ruleDay, from, to))
			)
		)
		.orderBy(asc(occurrences.during), asc(occurrences.id));
}

/** Series of a group that began by a day and still had a date on another or later: they may go on by themselves. */
export function seriesOfGroup(
	scope: Scope,
	groupId: string,
	{ begunBy, datesFrom }: { begunBy: Day; datesFrom: Day }
): Promise<ActivityRow[]> {
	return scope.tx
		.select()
		.from(activities)
		.where(
			and(
				eq(activities.communityId, scope.communityId),
				eq(activities.groupId, groupId),
				eq(activities.status, 'published'),
				sql`${activities.rule} is not null`,
				lte(activities.firstDay, begunBy),
				inArray(
					activities.id,
					scope.tx
						.select({ id: occurrences.activityId })
						.from(occurrences)
						.where(and(eq(occurrences.communityId, scope.communityId), gte(occurrences.localDay, datesFrom)))
				)
			)
		)
		.orderBy(asc(activities.firstDay), asc(activities.id));
}
