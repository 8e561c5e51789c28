import { dayClassOf, type NamedDay } from '#lib/hours/calendar.ts';
import { isStaggered } from '#lib/hours/office-hours.ts';
import { addDays, dayOf, weekdayOf, type Day } from '#lib/shared/time.ts';
import type { FreeTime } from './slots.ts';

/** What is known of the days that are asked about. */
export interface Known {
	named: ReadonlyMap<Day, NamedDay>;
	/** Years whose holidays are announced; of others nobody knows which days are worked. */
	years: ReadonlySet<number>;
	/** Days on which the station is closed out of the ordinary, and why. */
	closed: ReadonlyMap<Day, string>;
	/** Mondays of weeks whose roster is published. */
	published: ReadonlySet<Day>;
	/** Days on which somebody is on duty who does the service. */
	onDuty: ReadonlySet<Day>;
}

export interface OfferedTime extends FreeTime {
	/** Outside of the old office hours (错时). */
	staggered: boolean;
}

/**
 * A day to choose. `free` has times, of a `full` one all are taken, on a `closed` one nobody does this service, and of
 * an `unpublished` one the roster is not made yet.
 */
export interface BookableDay {
	day: Day;
	state: 'free' | 'full' | 'closed' | 'unpublished';
	/** The holiday, or why it is closed. */
	reason: string | null;
	/** True where nobody knows yet which days of that year are holidays. */
	unknownYear: boolean;
	times: OfferedTime[];
}

/** The days from `first`, each with its times or why it has none. */
export function bookableDays(
	first: Day,
	count: number,
	times: readonly FreeTime[],
	known: Known,
	zone: string
): BookableDay[] {
	const classOf = (day: Day) => dayClassOf(day, known.named);
	const byDay = Map.groupBy(times, ({ start }) => dayOf(start, zone));
	return Array.from({ length: count }, (_, at) => {
		const day = addDays(first, at);
		const own = (byDay.get(day) ?? []).map((time) => ({
			...time,
			staggered: isStaggered(time.start, classOf, zone)
		}));
		return {
			day,
			state: own.length > 0 ? 'free' : stateWithout(day, known),
			reason: known.closed.get(day) ?? known.named.get(day)?.name ?? null,
			unknownYear: !known.years.has(Number(day.slice(0, 4))),
			times: own
		};
	});
}

function stateWithout(day: Day, { onDuty, closed, named, published }: Known): BookableDay['state'] {
	if (onDuty.has(day)) return 'full';
	if (closed.has(day) || dayClassOf(day, named) === 'holiday') return 'closed';
	return published.has(mondayOf(day)) ? 'closed' : 'unpublished';
}

/** The first day of the week that holds a day. */
export function mondayOf(day: Day): Day {
	return addDays(day, -((weekdayOf(day) + 6) % 7));
}
