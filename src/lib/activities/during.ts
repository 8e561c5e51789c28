import { instantAt, minute, type Day, type Span } from '#lib/shared/time.ts';

/**
 * When something is on a day.
 * @param at minute of the local day at which it begins, and how many minutes it lasts
 */
export function duringOn(at: { startMinute: number; minutes: number }, day: Day, zone: string): Span {
	const start = new Date(instantAt(day, '00:00', zone).getTime() + at.startMinute * minute);
	return { start, end: new Date(start.getTime() + at.minutes * minute) };
}
