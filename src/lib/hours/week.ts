import { addDays, dayOf, isDay, minuteOfDay, weekdayOf, type Day, type Span } from '#lib/shared/time.ts';
import type { Hours } from './hours.ts';

/** True for a day on which somebody may have a duty: times so far away that clocks know nothing of them are none. */
export function isRosterDay(text: string): boolean {
	return isDay(text) && text >= '1950-01-01' && text < '2200-01-01';
}

/** The Monday of the week of a day. */
export function mondayOf(day: Day): Day {
	return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** The seven days from a Monday on. */
export function daysOfWeek(monday: Day): Day[] {
	return Array.from({ length: 7 }, (_, at) => addDays(monday, at));
}

/** A span within a local day as minutes of it. */
export function hoursOf({ start, end }: Span, zone: string): Hours {
	const from = minuteOfDay(start, zone);
	const to = dayOf(end, zone) === dayOf(start, zone) ? minuteOfDay(end, zone) : 1440;
	return { from, to };
}
