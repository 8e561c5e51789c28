import { addDays, daysBetween, weekdayOf, type Day, type Weekday } from '#lib/shared/time.ts';
import type { Rhythm } from './pairings.ts';

/** Weeks from visit to visit. */
export const weeksOf: Record<Rhythm, number> = { weekly: 1, fortnightly: 2, monthly: 4 };

/** How visits recur: on these weekdays, every so many weeks counted from the week of `since`. */
export interface Recurrence {
	rhythm: Rhythm;
	/** At least one. */
	weekdays: readonly Weekday[];
	since: Day;
}

/** Monday of the local week. */
function mondayOf(day: Day): Day {
	return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** True where a visit falls on this day. */
export function fallsOn({ rhythm, weekdays, since }: Recurrence, day: Day): boolean {
	if (day < since || !weekdays.includes(weekdayOf(day))) return false;
	return (daysBetween(mondayOf(since), mondayOf(day)) / 7) % weeksOf[rhythm] === 0;
}

/** The days after `after` on which visits fall, the first `count` of them. */
export function nextVisitDays(recurrence: Recurrence, after: Day, count: number): Day[] {
	const days: Day[] = [];
	if (recurrence.weekdays.length === 0) return days;
	const first = after < recurrence.since ? recurrence.since : addDays(after, 1);
	for (let day = first; days.length < count; day = addDays(day, 1)) {
		if (fallsOn(recurrence, day)) days.push(day);
	}
	return days;
}
