import type { Scope } from '#lib/db/client.server.ts';
import { addDays, daysBetween, type Day } from '#lib/shared/time.ts';
import { dayClassOf, type DayClass, type NamedDay } from './calendar.ts';
import { knownYears, namedDays } from './calendar-queries.server.ts';
import { exceptionsBetween, rulesOf } from './hours-queries.server.ts';
import { openOn, type OpenDay } from './hours.ts';

/** What is known of some days. */
export interface KnownCalendar {
	classOf(day: Day): DayClass;
	named: ReadonlyMap<Day, NamedDay>;
	/** Years among them whose holidays nobody has brought in: pages say so, since weekdays alone count there. */
	unknownYears: number[];
}

/** The calendar of the days from one to another, both included. */
export async function calendarBetween(scope: Scope, from: Day, to: Day): Promise<KnownCalendar> {
	const named = new Map((await namedDays(scope, from, to)).map((one) => [one.day, one]));
	const known = new Set((await knownYears(scope)).map(({ year }) => year));
	const [first, last] = [from, to].map((day) => Number(day.slice(0, 4))) as [number, number];
	const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
	return {
		classOf: (day) => dayClassOf(day, named),
		named,
		unknownYears: years.filter((year) => !known.has(year))
	};
}

/** When a station is open on each of the days from one to another, and why where that is out of the ordinary. */
export async function openDays(scope: Scope, stationId: string, from: Day, to: Day): Promise<OpenDay[]> {
	const { classOf } = await calendarBetween(scope, from, to);
	const rules = await rulesOf(scope, stationId);
	const exceptions = (await exceptionsBetween(scope, from, to)).filter((one) => one.stationId === stationId);
	return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at)).map((day) =>
		openOn(day, classOf(day), rules, exceptions)
	);
}
