import { and, asc, desc, eq, gt, gte, inArray, isNull, lte, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import type { Theme } from '#lib/groups/groups.ts';
import { groups } from '#lib/groups/tables.server.ts';
import { venues } from '#lib/places/tables.server.ts';
import type { Day } from '#lib/shared/time.ts';
import type { ActivityKind } from './activities.ts';
import type { ActivityRow, OccurrenceRow } from './queries.server.ts';
import type { SignUpRow } from './sign-up-queries.server.ts';
import { activities, occurrences, signUps } from './tables.server.ts';

type Venue = Pick<typeof venues.$inferSelect, 'name' | 'nameEn' | 'address' | 'addressEn' | 'east' | 'north'>;
type Named = { name: string; nameEn: string };

/** A date with the names of what it is about. */
export interface ListedDate extends OccurrenceRow {
	activity: ActivityRow;
	/** Null where it is the community's own. */
	group: Named | null;
	/** Null where it is no venue of the community. */
	venue: Venue | null;
}

/** Which dates are wanted; what is null is not asked for. */
export interface DateFilter {
	/** Local days, both included. */
	from: Day;
	to: Day;
	kind: ActivityKind | null;
	theme: Theme | null;
	groupId: string | null;
	/** Of these activities only. */
	activityIds: readonly string[] | null;
	/** In a venue within so many metres of here. */
	near: { east: number; north: number; metres: number } | null;
}

const venue = {
	name: venues.name,
	nameEn: venues.nameEn,
	address: venues.address,
	addressEn: venues.addressEn,
	east: venues.east,
	north: venues.north
};
/** Where a date is: its own venue, or else that of its activity. */
const ofDate = and(
	eq(venues.communityId, activities.communityId),
	eq(venues.id, sql`coalesce(${occurrences.venueId}, ${activities.venueId})`)
);
const group = { name: groups.name, nameEn: groups.nameEn };

function list(scope: Scope) {
	return scope.tx
		.select({ date: occurrences, activity: activities, group, venue })
		.from(occurrences)
		.innerJoin(
			activities,
			and(eq(activities.communityId, occurrences.communityId), eq(activities.id, occurrences.activityId))
		)
		.leftJoin(groups, and(eq(groups.communityId, activities.communityId), eq(groups.id, activities.groupId)))
		.leftJoin(venues, ofDate)
		.$dynamic();
}

function flat(rows: Awaited<ReturnType<typeof list>>): ListedDate[] {
	return rows.map(({ date, ...named }) => ({ ...date, ...named }));
}

function fits(scope: Scope, { from, to, kind, theme, groupId, activityIds, near }: DateFilter): SQL {
	return and(
		eq(occurrences.communityId, scope.communityId),
		gte(occurrences.localDay, from),
		lte(occurrences.localDay, to),
		ne(activities.status, 'draft'),
		kind ? eq(activities.kind, kind) : undefined,
		theme ? eq(activities.theme, theme) : undefined,
		groupId ? eq(activities.groupId, groupId) : undefined,
		activityIds ? inArray(activities.id, [...activityIds]) : undefined,
		near
			? sql`(${venues.east} - ${near.east}) ^ 2 + (${venues.north} - ${near.north}) ^ 2 <= ${near.metres ** 2}`
			: undefined
	)!;
}

/** Dates in order, cancelled ones too. */
export async function listDates(scope: Scope, filter: DateFilter, limit: number): Promise<ListedDate[]> {
	return flat(
		await list(scope)
			.where(fits(scope, filter))
			.orderBy(asc(occurrences.localDay), asc(occurrences.during), asc(occurrences.id))
			.limit(limit)
	);
}

/** How many dates take place on each day that has some. */
export async function countDates(scope: Scope, filter: DateFilter): Promise<Map<Day, number>> {
	const rows = await scope.tx
		.select({ day: occurrences.localDay, count: sql<number>`count(*)::int` })
		.from(occurrences)
		.innerJoin(
			activities,
			and(eq(activities.communityId, occurrences.communityId), eq(activities.id, occurrences.activityId))
		)
		.leftJoin(venues, ofDate)
		.where(and(fits(scope, filter), eq(occurrences.status, 'planned')))
		.groupBy(occurrences.localDay);
	return new Map(rows.map(({ day, count }) => [day, count]));
}

/** What is published and goes on, with the words by which somebody may like it. */
export async function goingOn(
	scope: Scope,
	from: Day
): Promise<(Pick<ActivityRow, 'id' | 'name' | 'words' | 'groupId'> & { group: string | null })[]> {
	return scope.tx
		.select({
			id: activities.id,
			name: activities.name,
			words: activities.words,
			groupId: activities.groupId,
			group: groups.name
		})
		.from(activities)
		.leftJoin(groups, and(eq(groups.communityId, activities.communityId), eq(groups.id, activities.groupId)))
		.where(
			and(
				eq(activities.communityId, scope.communityId),
				eq(activities.status, 'published'),
				sql`exists (select 1 from ${occurrences} o where o.community_id = ${activities.communityId}
					and o.activity_id = ${activities.id} and o.local_day >= ${from})`
			)
		);
}

/** One activity with the names of what it is about. */
export async function namedActivity(
	scope: Scope,
	id: string
): Promise<{ activity: ActivityRow; group: Named | null; venue: Venue | null } | undefined> {
	const [row] = await scope.tx
		.select({ activity: activities, group, venue })
		.from(activities)
		.leftJoin(groups, and(eq(groups.communityId, activities.communityId), eq(groups.id, activities.groupId)))
		.leftJoin(venues, and(eq(venues.communityId, activities.communityId), eq(venues.id, activities.venueId)))
		.where(and(eq(activities.communityId, scope.communityId), eq(activities.id, id)));
	return row;
}

/** A date on somebody's list. */
export interface OwnDate {
	date: ListedDate;
	signUp: SignUpRow;
}

/** Dates between two days to which these people come or want to, in order: those of a series one by one. */
export async function datesOfPeople(
	scope: Scope,
	personIds: readonly string[],
	from: Day,
	to: Day
): Promise<OwnDate[]> {
	if (personIds.length === 0) return [];
	const rows = await scope.tx
		.select({ date: occurrences, activity: activities, group, venue, signUp: signUps })
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
		.leftJoin(groups, and(eq(groups.communityId, activities.communityId), eq(groups.id, activities.groupId)))
		.leftJoin(venues, ofDate)
		.where(
			and(
				eq(signUps.communityId, scope.communityId),
				inArray(signUps.personId, [...personIds]),
				inArray(signUps.status, ['signed', 'waiting', 'offered', 'called_off']),
				gte(occurrences.localDay, from),
				lte(occurrences.localDay, to),
				// what was before he signed up for the series is not his
				gt(sql`upper(${occurrences.during})`, signUps.createdAt)
			)
		)
		.orderBy(asc(occurrences.during), asc(occurrences.id));
	return rows.map(({ date, signUp, ...named }) => ({ date: { ...date, ...named }, signUp }));
}

/** An activity in the list of staff. */
export interface DeskActivity {
	activity: ActivityRow;
	group: Named | null;
	/** Dates that have been and that are to come. */
	held: number;
	left: number;
	cancelled: number;
	/** The next date that takes place. */
	next: Date | null;
	/** People signed up, those whom they bring not counted, and those who wait. */
	signed: number;
	waiting: number;
	/** Times that somebody came. */
	came: number;
}

/** All activities for staff, newest first. */
export async function deskActivities(scope: Scope, now: Date): Promise<DeskActivity[]> {
	const at = sql`${now.toISOString()}::timestamptz`;
	const dates = scope.tx.$with('dates').as(
		scope.tx
			.select({
				activityId: occurrences.activityId,
				held: sql<number>`count(*) filter (where ${occurrences.status} = 'planned' and upper(${occurrences.during}) <= ${at})::int`.as('held'), // prettier-ignore
				left: sql<number>`count(*) filter (where ${occurrences.status} = 'planned' and upper(${occurrences.during}) > ${at})::int`.as('ahead'), // prettier-ignore
				cancelled: sql<number>`count(*) filter (where ${occurrences.status} = 'cancelled')::int`.as('off'),
				next: sql<
					string | null
				>`min(lower(${occurrences.during})) filter (where ${occurrences.status} = 'planned' and lower(${occurrences.during}) > ${at})`.as('next'), // prettier-ignore
				came: sql<number>`(sum((select count(*) from attendances a where a.community_id = ${occurrences.communityId}
					and a.occurrence_id = ${occurrences.id} and a.status = 'came')))::int`.as('came')
			})
			.from(occurrences)
			.where(eq(occurrences.communityId, scope.communityId))
			.groupBy(occurrences.activityId)
	);
	const people = scope.tx.$with('people_on').as(
		scope.tx
			.select({
				activityId: signUps.activityId,
				signed: sql<number>`count(*) filter (where ${signUps.status} = 'signed')::int`.as('signed'),
				waiting: sql<number>`count(*) filter (where ${signUps.status} in ('waiting', 'offered'))::int`.as('waiting') // prettier-ignore
			})
			.from(signUps)
			.where(and(eq(signUps.communityId, scope.communityId), isNull(signUps.endedAt)))
			.groupBy(signUps.activityId)
	);
	const rows = await scope.tx
		.with(dates, people)
		.select({
			activity: activities,
			group,
			held: dates.held,
			left: dates.left,
			cancelled: dates.cancelled,
			next: dates.next,
			came: dates.came,
			signed: people.signed,
			waiting: people.waiting
		})
		.from(activities)
		.leftJoin(dates, eq(dates.activityId, activities.id))
		.leftJoin(people, eq(people.activityId, activities.id))
		.leftJoin(groups, and(eq(groups.communityId, activities.communityId), eq(groups.id, activities.groupId)))
		.where(eq(activities.communityId, scope.communityId))
		.orderBy(sql`${dates.next} asc nulls last`, desc(activities.createdAt));
	return rows.map(({ activity, group: of, next, ...counts }) => ({
		activity,
		group: of,
		next: next === null ? null : new Date(next),
		held: counts.held ?? 0,
		left: counts.left ?? 0,
		cancelled: counts.cancelled ?? 0,
		came: counts.came ?? 0,
		signed: counts.signed ?? 0,
		waiting: counts.waiting ?? 0
	}));
}
