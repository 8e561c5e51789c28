import { and, asc, between, eq, isNull, sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { groups } from '#lib/groups/tables.server.ts';
import type { Day } from '#lib/shared/time.ts';
import type { MonthCount } from './quarter.ts';
import { activities, occurrences } from './tables.server.ts';

export interface GroupMonth extends MonthCount {
	id: string;
	name: string;
	nameEn: string;
	/** `2026-11`; null where the group has no date in the span. */
	month: string | null;
}

/** How many dates each group that goes on has in each month of a span, by name; a group without any is there once. */
export function groupMonths(
	{ tx, communityId }: Scope,
	{ from, to }: { from: Day; to: Day },
	now: Date
): Promise<GroupMonth[]> {
	const month = sql<string | null>`to_char(${occurrences.localDay}, 'YYYY-MM')`;
	const instant = sql`${now.toISOString()}::timestamptz`;
	const planned = sql`${occurrences.status} = 'planned'`;
	const count = (which: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${which}))::int`;
	return tx
		.select({
			id: groups.id,
			name: groups.name,
			nameEn: groups.nameEn,
			month,
			held: count(sql`${planned} and upper(${occurrences.during}) <= ${instant}`),
			ahead: count(sql`${planned} and upper(${occurrences.during}) > ${instant}`),
			cancelled: count(sql`${occurrences.status} = 'cancelled'`)
		})
		.from(groups)
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
		.groupBy(groups.id, groups.name, groups.nameEn, month)
		.orderBy(asc(groups.name), asc(groups.id), asc(month));
}
