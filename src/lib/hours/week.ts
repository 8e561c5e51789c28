import { addDays, minuteOfDay, weekdayOf, dayOf, type Day, type Span } from '#lib/shared/time.ts';
import type { Hours } from './hours.ts';

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
