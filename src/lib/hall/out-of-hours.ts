import type { DayClass } from '#lib/hours/calendar.ts';
import { minutesOutside } from '#lib/hours/office-hours.ts';
import { mondayOf } from '#lib/hours/week.ts';
import { dayOf, minute, type Day, type Span } from '#lib/shared/time.ts';

/** Somebody who was served, at a desk or at home. */
export interface Visit extends Span {
	service: string;
	/** Empty at home. */
	desk: string;
}

/** What was served in a week, of a service, or at a desk. */
export interface Served {
	key: string;
	visits: number;
	minutes: number;
	/** Visits of which at least a minute lay outside of the old office hours, and the minutes that did. */
	outsideVisits: number;
	outsideMinutes: number;
}

/** The figure of staggered hours (seed 003): what was served when offices used to be closed. */
export interface OutOfHours {
	total: Served;
	/** By the Monday of the week, in order. */
	weeks: Served[];
	/** Most outside minutes first. */
	services: Served[];
	desks: Served[];
}

/**
 * Adds up visits and what of them lay outside of the old office hours.
 * @param classOf the class of a local day
 */
export function outOfHours(
	visits: readonly Visit[],
	classOf: (day: Day) => DayClass,
	zone: string
): OutOfHours {
	const measured = visits.map((visit) => ({
		visit,
		minutes: Math.round((+visit.end - +visit.start) / minute),
		outside: minutesOutside(visit, classOf, zone)
	}));
	const by = (keyOf: (visit: Visit) => string): Served[] => {
		const groups = Map.groupBy(measured, ({ visit }) => keyOf(visit));
		return [...groups].map(([key, some]) => ({
			key,
			visits: some.length,
			minutes: some.reduce((sum, one) => sum + one.minutes, 0),
			outsideVisits: some.filter(({ outside }) => outside > 0).length,
			outsideMinutes: some.reduce((sum, one) => sum + one.outside, 0)
		}));
	};
	const mostFirst = (a: Served, b: Served) => b.outsideMinutes - a.outsideMinutes || (a.key < b.key ? -1 : 1);
	const none = { key: '', visits: 0, minutes: 0, outsideVisits: 0, outsideMinutes: 0 };
	return {
		total: by(() => '')[0] ?? none,
		weeks: by(({ start }) => mondayOf(dayOf(start, zone))).sort((a, b) => (a.key < b.key ? -1 : 1)),
		services: by(({ service }) => service).sort(mostFirst),
		desks: by(({ desk }) => desk).sort(mostFirst)
	};
}
