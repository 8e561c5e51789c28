import { and, asc, between, eq, isNull, sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { groups } from '#lib/groups/tables.server.ts';
import type { MonthCount, PlanState, Quarter } from './quarter.ts';
import { activities, occurrences, termPlans } from './tables.server.ts';

export interface GroupMonth extends MonthCount {
	id: string;
	name: string;
	nameEn: string;
	/** `2026-11`; null where the group has no date in the span. */
	month: string | null;
	/** Take place at another time than planned. */
	moved: number;
	/** Take place beside a plan that was published before. */
	added: number;
	plan: PlanState;
}

/** How many dates each group that goes on has in each month of a quarter, by name; a group without any is there once. */
export function groupMonths(
	{ tx, communityId }: Scope,
	{ key, from, to }: Quarter,
	now: Date
): Promise<GroupMonth[]> {
	const month = sql<string | null>`to_char(${occurrences.localDay}, 'YYYY-MM')`;
	const instant = sql`${now.toISOString()}::timestamptz`;
	const planned = sql`${occurrences.status} = 'planned'`;
	const count = (which: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${which}))::int`;
	const plan = sql<PlanState>`case when ${termPlans.publishedAt} is not null then 'published'
		when jsonb_array_length(${termPlans.rows}) > 0 then 'draft' else 'none' end`;
	return tx
		.select({
			id: groups.id,
			name: groups.name,
			nameEn: groups.nameEn,
			month,
			held: count(sql`${planned} and upper(${occurrences.during}) <= ${instant}`),
			ahead: count(sql`${planned} and upper(${occurrences.during}) > ${instant}`),
			cancelled: count(sql`${occurrences.status} = 'cancelled'`),
			moved: count(sql`${planned} and ${occurrences.sequence} > 0`),
			added: count(sql`${planned} and ${activities.termPlanId} is distinct from ${termPlans.id}
				and ${activities.publishedAt} > ${termPlans.publishedAt}`),
			plan
		})
		.from(groups)
		.leftJoin(
			termPlans,
			and(
				eq(termPlans.communityId, communityId),
				eq(termPlans.groupId, groups.id),
				eq(termPlans.quarter, key)
			)
		)
		.leftJoin(activities, and(eq(activities.communityId, communityId), eq(activities.groupId, groups.id)))
		.leftJoin(
			occurrences,
			and(
				eq(occurrences.communityId, communityId),
				eq(occurrences.activityId, activities.id),
				between(occurrences.localDay, from, to)
			)
		)
		.where(and(eq(groups.communityId, communityId), isNull(groups.archivedAt)))
		.groupBy(
			groups.id,
			groups.name,
			groups.nameEn,
			termPlans.id,
			termPlans.publishedAt,
			termPlans.rows,
			month
		)
		.orderBy(asc(groups.name), asc(groups.id), asc(month));
}
