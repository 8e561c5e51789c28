import { and, asc, between, eq, isNull, ne, or, sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { groups } from '#lib/groups/tables.server.ts';
import type { PlanState, Quarter } from './quarter.ts';
import type { OccurrenceRow } from './queries.server.ts';
import { activities, occurrences, termPlans } from './tables.server.ts';
import type { CountedDate } from './term-lines.ts';

/** A group that goes on, and how far its plan of a quarter is. */
export interface PlanningGroup {
	id: string;
	name: string;
	nameEn: string;
	plan: PlanState;
	/** Null where none was begun. */
	termPlan: { id: string; publishedAt: Date | null } | null;
}

/** The groups that go on, by name. */
export function planningGroups({ tx, communityId }: Scope, { key }: Quarter): Promise<PlanningGroup[]> {
	const plan = sql<PlanState>`case when ${termPlans.publishedAt} is not null then 'published'
		when jsonb_array_length(${termPlans.rows}) > 0 then 'draft' else 'none' end`;
	const { id, name, nameEn } = groups;
	return tx
		.select({ id, name, nameEn, plan, termPlan: { id: termPlans.id, publishedAt: termPlans.publishedAt } })
		.from(groups)
		.leftJoin(
			termPlans,
			and(
				eq(termPlans.communityId, communityId),
				eq(termPlans.groupId, groups.id),
				eq(termPlans.quarter, key)
			)
		)
		.where(and(eq(groups.communityId, communityId), isNull(groups.archivedAt)))
		.orderBy(asc(groups.name), asc(groups.id));
}

/** A date of some group, as far as it counts. */
export interface QuarterDate extends CountedDate {
	groupId: string | null;
	date: CountedDate['date'] & Pick<OccurrenceRow, 'localDay'>;
}

/** The dates of all groups that are or were to be in a quarter, cancelled ones too. */
export function quarterDates({ tx, communityId }: Scope, { from, to }: Quarter): Promise<QuarterDate[]> {
	const { status, sequence, during, ruleDay, localDay } = occurrences;
	return tx
		.select({
			groupId: activities.groupId,
			activity: { termPlanId: activities.termPlanId, publishedAt: activities.publishedAt },
			date: { status, sequence, during, ruleDay, localDay }
		})
		.from(occurrences)
		.innerJoin(
			activities,
			and(eq(activities.communityId, communityId), eq(activities.id, occurrences.activityId))
		)
		.where(
			and(
				eq(occurrences.communityId, communityId),
				ne(activities.status, 'draft'),
				or(between(localDay, from, to), between(ruleDay, from, to))
			)
		);
}
