import { and, between, eq, gte, inArray, isNull, lte, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import {
	calendarDays,
	calendarYears,
	duties,
	hoursExceptions,
	rosterWeeks
} from '#lib/hours/tables.server.ts';
import { desks, stations } from '#lib/places/tables.server.ts';
import type { Day } from '#lib/shared/time.ts';
import { takingStates, type ServicePlace } from './booking.ts';
import { bookings, serviceOfficers } from './tables.server.ts';

/*
 * What can be booked, asked anew each time: a kept answer is how others came to double bookings.
 */

/** The states that take time, as the partial indexes name them. */
export const taking = sql.raw(`(${takingStates.map((state) => `'${state}'`).join(', ')})`);

/** A time that somebody's open form holds no longer; the next who books clears it. */
export const isOver = (now: Date) =>
	sql`(status = 'held' and not offered and held_until <= ${now.toISOString()}::timestamptz)`;

/** A published duty of somebody who does a service, and what of it is taken. */
export interface DutyTaken {
	day: Day;
	/** Null on a round of home visits. */
	stationId: string | null;
	/** The desk, or on a round the officer. */
	deskId: string;
	start: number;
	end: number;
	/** Beginnings and ends in order, milliseconds. */
	taken: [number, number][];
}

/** What is looked for. */
export interface TimesOf {
	serviceId: string;
	place: ServicePlace;
	from: Day;
	to: Day;
	now: Date;
	/** Bookings that are about to move, whose time counts as free. */
	apart?: readonly string[] | undefined;
}

/** The duties of some days that are not over, less what is booked: by desk and by officer, as ranges. */
export async function dutiesTaken(scope: Scope, wanted: TimesOf): Promise<DutyTaken[]> {
	return scope.tx.execute<DutyTaken & Record<string, unknown>>(takenOf(scope, wanted));
}

/** The statement of `dutiesTaken`. */
export function takenOf({ communityId }: Pick<Scope, 'communityId'>, { now, ...wanted }: TimesOf): SQL {
	const ms = (end: 'lower' | 'upper', range: string) =>
		sql.raw(`(extract(epoch from ${end}(${range})) * 1000)::float8`);
	return sql`
		with duty as (
			select d.day, d.desk_id, d.staff_id, d.during
			from ${duties} d
			join ${serviceOfficers} o on o.community_id = d.community_id and o.staff_id = d.staff_id
			where d.community_id = ${communityId} and o.service_id = ${wanted.serviceId}
				and d.status = 'published' and d.day between ${wanted.from} and ${wanted.to}
				and upper(d.during) > ${now.toISOString()}::timestamptz
				and (d.desk_id is null) = ${wanted.place === 'home'}
		), taken as (
			select desk_id, officer_id, local_day, during
			from ${bookings}
			where community_id = ${communityId} and local_day between ${wanted.from} and ${wanted.to}
				and status in ${taking} and not ${isOver(now)}
				and id <> all(${`{${(wanted.apart ?? []).join(',')}}`}::uuid[])
		), by_desk as (
			select desk_id, local_day, range_agg(during) as ranges from taken where desk_id is not null group by 1, 2
		), by_officer as (
			select officer_id, local_day, range_agg(during) as ranges from taken group by 1, 2
		)
		select d.day::text as day, k.station_id as "stationId", coalesce(d.desk_id, d.staff_id) as "deskId",
			${ms('lower', 'd.during')} as start, ${ms('upper', 'd.during')} as end,
			(select coalesce(json_agg(json_build_array(${ms('lower', 't')}, ${ms('upper', 't')})), '[]')
				from unnest(tstzmultirange(d.during)
					* (coalesce(a.ranges, '{}') + coalesce(b.ranges, '{}'))) t) as taken
		from duty d
		left join ${desks} k on k.community_id = ${communityId} and k.id = d.desk_id
		left join by_desk a on a.desk_id = d.desk_id and a.local_day = d.day
		left join by_officer b on b.officer_id = d.staff_id and b.local_day = d.day`;
}

/** Days that are not what their weekday says. */
export function namedDays(scope: Scope, from: Day, to: Day) {
	return scope.tx
		.select({ day: calendarDays.day, class: calendarDays.class, name: calendarDays.name })
		.from(calendarDays)
		.where(and(eq(calendarDays.communityId, scope.communityId), between(calendarDays.day, from, to)));
}

/** Years whose holidays are known. */
export async function knownYears(scope: Scope): Promise<number[]> {
	const rows = await scope.tx
		.select({ year: calendarYears.year })
		.from(calendarYears)
		.where(eq(calendarYears.communityId, scope.communityId));
	return rows.map(({ year }) => year);
}

/** Days on which a station is closed out of the ordinary. */
export function closedDays(scope: Scope, from: Day, to: Day) {
	return scope.tx
		.select({
			stationId: hoursExceptions.stationId,
			day: hoursExceptions.day,
			reason: hoursExceptions.reason
		})
		.from(hoursExceptions)
		.where(
			and(
				eq(hoursExceptions.communityId, scope.communityId),
				between(hoursExceptions.day, from, to),
				isNull(hoursExceptions.fromMinute)
			)
		);
}

/** Mondays of the weeks that residents may book. */
export async function publishedWeeks(scope: Scope, from: Day, to: Day): Promise<Day[]> {
	const rows = await scope.tx
		.select({ monday: rosterWeeks.monday })
		.from(rosterWeeks)
		.where(
			and(
				eq(rosterWeeks.communityId, scope.communityId),
				gte(rosterWeeks.monday, from),
				lte(rosterWeeks.monday, to)
			)
		);
	return rows.map(({ monday }) => monday);
}

export type StationRow = typeof stations.$inferSelect;

export function stationsByIds(scope: Scope, ids: readonly string[]): Promise<StationRow[]> {
	if (ids.length === 0) return Promise.resolve([]);
	return scope.tx
		.select()
		.from(stations)
		.where(and(eq(stations.communityId, scope.communityId), inArray(stations.id, [...ids])));
}
