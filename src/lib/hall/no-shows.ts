import type { BookingState } from '../booking/booking.ts';

/** How many appointments in a row somebody misses before he is asked. */
const inARow = 2;

/**
 * Whether somebody is to be asked what stands in the way: two appointments in a row were missed. He is asked, by a word on
 * his phone and by staff; nothing is taken from him, and one visit is enough for it to be forgotten.
 * @param past states of his bookings, newest first
 */
export function isAsked(past: readonly BookingState[]): boolean {
	const last = past.filter((state) => state === 'served' || state === 'no_show').slice(0, inARow);
	return last.length === inARow && last.every((state) => state === 'no_show');
}
