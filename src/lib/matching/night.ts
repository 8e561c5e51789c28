import { addDays, clockOf, dayOf, instantAt } from '#lib/shared/time.ts';

/** Local hours in which nobody is expected to look at a telephone. */
const from = '21:00';
const until = '09:00';

/** In the evening's or in the morning's half of the night; null by day. */
export function nightHalf(instant: Date, zone: string): 'evening' | 'morning' | null {
	const clock = clockOf(instant, zone);
	if (clock >= from) return 'evening';
	return clock < until ? 'morning' : null;
}

/** When the night that holds an instant ends. */
export function endOfNight(instant: Date, zone: string): Date {
	const today = dayOf(instant, zone);
	return instantAt(nightHalf(instant, zone) === 'evening' ? addDays(today, 1) : today, until, zone);
}
