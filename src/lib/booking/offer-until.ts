import { addDays, dayOf, hour, instantAt, minute, minuteOfDay } from '#lib/shared/time.ts';

const usual = 2 * hour;
/** Less than this before it begins, a place is not worth offering. */
const least = 30 * minute;
const [wakes, sleeps] = [8 * 60, 21 * 60];

/**
 * Until when a place that became free is kept for somebody on the waiting list: two hours of the day, by night until two
 * hours after people rise, and never past the middle of the time that is left. Null where it begins too soon to be offered.
 */
export function offerUntil(now: Date, start: Date, zone: string): Date | null {
	const left = start.getTime() - now.getTime();
	if (left < least) return null;
	return new Date(Math.min(awake(now, zone).getTime() + usual, now.getTime() + left / 2));
}

/** The instant itself, or when people rise after it. */
function awake(now: Date, zone: string): Date {
	const at = minuteOfDay(now, zone);
	if (at >= wakes && at < sleeps) return now;
	const today = dayOf(now, zone);
	return instantAt(at < wakes ? today : addDays(today, 1), '08:00', zone);
}
