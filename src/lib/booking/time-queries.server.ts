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
 * What can be booked, asked anew each time: a kept answer is how others came to double bookings. Bookings are put together
 * by PostgreSQL's ranges, and the pure rule in slots.ts takes them from the duties.
 */

/** The states that take time, as the partial indexes name them. */
export const taking = sql.raw(`(${takingStates.map((state) => `'${state}'`).join(', ')})`);

/** A time that somebody's open form holds no longer; the next who books clears it. */
export const isOver = (now: Date) =>
	sql`(status = 'held' and not offered and held_until <= ${now.toISOString()}::timestamptz)`;

/** A published duty of somebody who does a service. */
export interface DutyOn {
	day: Day;
	/** Null on a round of home visits. */
	stationId: string | null;
	/** Null on a round of home visits. */
	deskId: string | null;
	officerId: string;
	start: number;
	end: number;
}

/** What of a day is taken at a desk with an officer. */
export interface BusyOn {
	day: Day;
	deskId: string | null;
	officerId: string;
	/** Beginnings and ends, bookings that meet put together, milliseconds. */
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

type Asked = Pick<Scope, 'communityId'>;

const ms = (end: 'lower' | 'upper', range: string) =>
	sql.raw(`(extract(epoch from ${end}(${range})) * 1000)::float8`);

/** The duties of some days that are not over. */
export async function dutiesOn(scope: Scope, wanted: TimesOf): Promise<DutyOn[]> {
	return scope.tx.execute<DutyOn & Record<string, unknown>>(duty(scope, wanted));
}

/** The statement of `dutiesOn`. */
export function duty({ communityId }: Asked, { serviceId, place, from, to, now }: TimesOf): SQL {
	return sql`
		select d.day::text as day, k.station_id as "stationId", d.desk_id as "deskId", d.staff_id as "officerId",
			${ms('lower', 'd.during')} as start, ${ms('upper', 'd.during')} as end
		from ${duties} d
		join ${serviceOfficers} o on o.community_id = d.community_id and o.staff_id = d.staff_id
		left join ${desks} k on k.community_id = d.community_id and k.id = d.desk_id
		where d.community_id = ${communityId} and o.service_id = ${serviceId}
			and d.status = 'published' and d.day between ${from} and ${to}
			and upper(d.during) > ${now.toISOString()}::timestamptz
			and (d.desk_id is null) = ${place === 'home'}`;
}

/** What is booked or held on some days, whatever service it is for. */
export async function busyOn(scope: Scope, wanted: TimesOf): Promise<BusyOn[]> {
	return scope.tx.execute<BusyOn & Record<string, unknown>>(busy(scope, wanted));
}

/** The statement of `busyOn`. */
export function busy({ communityId }: Asked, { from, to, now, apart = [] }: TimesOf): SQL {
	return sql`
		select day, desk_id as "deskId", officer_id as "officerId",
			(select json_agg(json_build_array(${ms('lower', 't')}, ${ms('upper', 't')})) from unnest(ranges) t) as taken
		from (
			select local_day::text as day, desk_id, officer_id, range_agg(during) as ranges
			from ${bookings}
			where community_id = ${communityId} and local_day between ${from} and ${to}
				and status in ${taking} and not ${isOver(now)}
				and id <> all(${`{${apart.join(',')}}`}::uuid[])
			group by 1, 2, 3) merged`;
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
