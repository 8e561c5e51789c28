import { endOfNight, nightHalf } from '#lib/matching/night.ts';
import { addDays, dayOf, instantAt, type Day } from '#lib/shared/time.ts';

/** Local time of the day before at which people are reminded. */
const clock = '17:00';

/** When people are reminded of what is on a day. */
export function reminderAt(day: Day, zone: string): Date {
	return instantAt(addDays(day, -1), clock, zone);
}

/**
 * When the reminders of a day leave that should have left by `now`: at once, by night when it ends. Null where the day is
 * over by then.
 */
export function reminderLeaves(day: Day, now: Date, zone: string): Date | null {
	const at = nightHalf(now, zone) ? endOfNight(now, zone) : now;
	return dayOf(at, zone) > day ? null : at;
}
