import type { Scope } from '#lib/db/client.server.ts';
import { addDays, dayOf, minute, type Day } from '#lib/shared/time.ts';
import { bookableDays, mondayOf, type BookableDay } from './bookable-days.ts';
import { daysShown, stepOf, type ServicePlace } from './booking.ts';
import type { ServiceRow } from './queries.server.ts';
import { freeTimes, nearest, type FreeTime } from './slots.ts';
import * as query from './time-queries.server.ts';

/** Where and when one looks. */
export interface Here {
	now: Date;
	zone: string;
}

/** What is offered for a service. */
export interface Offered {
	days: BookableDay[];
	/** The first time that is free. */
	first: Date | null;
	/** Where the service is done in these days. */
	stationIds: string[];
}

export interface Wanted {
	service: ServiceRow;
	place: ServicePlace;
	/** Only at this station. */
	stationId?: string | null;
	/** Bookings that are about to move. */
	apart?: readonly string[] | undefined;
	/** The time that somebody has already. */
	except?: Date;
}

/** The days that can be chosen from today on, with their free times, and why a day has none. */
export async function freeTimesFor(scope: Scope, wanted: Wanted, { now, zone }: Here): Promise<Offered> {
	const { service, place, apart, stationId } = wanted;
	const from = dayOf(now, zone);
	const count = Math.min(daysShown, service.daysAhead + 1);
	const to = addDays(from, count - 1);
	const [known, named, years, closed, published] = await Promise.all([
		onDuty(scope, { serviceId: service.id, place, from, to, now, apart }),
		query.namedDays(scope, from, to),
		query.knownYears(scope),
		query.closedDays(scope, from, to),
		query.publishedWeeks(scope, mondayOf(from), to)
	]);
	const all = known.duties;
	const duties = stationId ? all.filter((one) => one.stationId === stationId) : all;
	const free = timesIn({ ...known, duties }, service, now);
	const times = free.filter(({ start }) => +start !== Number(wanted.except));
	const here = closed.filter((one) => place === 'desk' && (!stationId || one.stationId === stationId));
	const said = {
		named: new Map(named.map((one) => [one.day, one])),
		years: new Set(years),
		closed: new Map(here.map(({ day, reason }) => [day, reason])),
		published: new Set(published),
		onDuty: new Set(duties.map(({ day }) => day))
	};
	return {
		days: bookableDays(from, count, times, said, zone),
		first: times[0]?.start ?? null,
		stationIds: [...new Set(all.flatMap(({ stationId }) => stationId ?? []))]
	};
}

/** Who is on duty, and what is taken. */
interface OnDuty {
	duties: query.DutyOn[];
	busy: query.BusyOn[];
}

async function onDuty(scope: Scope, wanted: query.TimesOf): Promise<OnDuty> {
	const [duties, busy] = await Promise.all([query.dutiesOn(scope, wanted), query.busyOn(scope, wanted)]);
	return { duties, busy };
}

/** A round of home visits has no desk: there the officer stands for it. */
function timesIn({ duties, busy }: OnDuty, service: ServiceRow, from: Date): FreeTime[] {
	const busyOf = Map.groupBy(busy, ({ day }) => day);
	const taken = duties.flatMap(({ day, deskId, officerId }) =>
		(busyOf.get(day) ?? [])
			.filter((one) => one.officerId === officerId || (deskId !== null && one.deskId === deskId))
			.flatMap((one) => one.taken.map((span) => spanAt(deskId ?? officerId, ...span)))
	);
	const spans = duties.map(({ deskId, officerId, start, end }) => spanAt(deskId ?? officerId, start, end));
	const wanted = { step: stepOf(service.minutes) * minute, length: service.minutes * minute, from };
	return freeTimes(spans, taken, wanted);
}

function spanAt(deskId: string, start: number, end: number) {
	return { deskId, start: new Date(start), end: new Date(end) };
}

/** The free times of some days, in order. */
export async function freeTimesOn(
	scope: Scope,
	{ service, place, apart }: Wanted,
	{ from, to }: { from: Day; to: Day },
	now: Date
): Promise<FreeTime[]> {
	if (from > to) return [];
	const wanted = { serviceId: service.id, place, from, to, now, apart };
	return timesIn(await onDuty(scope, wanted), service, now);
}

const daysBefore = 3;
const daysAfter = 10;

/** What there is in the place of a time that cannot be had. */
export interface Instead {
	/** The nearest times that are free. */
	times: Date[];
	/** True where somebody is on duty at the time that was wanted, so that it is taken and not closed. */
	onDuty: boolean;
}

/** The free times nearest to one that cannot be had, some days before and after. */
export async function insteadOf(
	scope: Scope,
	{ service, place, apart }: Wanted,
	start: Date,
	{ now, zone }: Here,
	count = 3
): Promise<Instead> {
	const today = dayOf(now, zone);
	const wantedDay = dayOf(start, zone);
	const from = later(today, addDays(wantedDay, -daysBefore));
	const to = earlier(addDays(today, service.daysAhead), addDays(wantedDay, daysAfter));
	const wanted = { serviceId: service.id, place, from, to: later(from, to), now, apart };
	const known = await onDuty(scope, wanted);
	const end = start.getTime() + service.minutes * minute;
	return {
		times: nearest(timesIn(known, service, now), start, count).map((time) => time.start),
		onDuty: known.duties.some((duty) => duty.start <= start.getTime() && end <= duty.end)
	};
}

const later = (a: Day, b: Day) => (a > b ? a : b);
const earlier = (a: Day, b: Day) => (a < b ? a : b);
