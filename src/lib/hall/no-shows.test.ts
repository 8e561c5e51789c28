import { describe, expect, it } from 'vitest';
import type { BookingState } from '../booking/booking.ts';
import { isAsked } from './no-shows.ts';

describe('somebody who misses appointments', () => {
	it.each<[string, BookingState[], boolean]>([
		['is not asked after one', ['no_show'], false],
		['is not asked after one and a visit', ['no_show', 'served', 'no_show'], false],
		['is asked after two in a row', ['no_show', 'no_show', 'served'], true],
		['is asked where something was cancelled between them', ['no_show', 'cancelled', 'no_show'], true],
		['is asked while the next one lies ahead', ['booked', 'no_show', 'no_show'], true],
		['is not asked any more after a visit', ['served', 'no_show', 'no_show'], false],
		['is nobody without any', [], false]
	])('%s', (_, past, asked) => {
		expect(isAsked(past)).toBe(asked);
	});
});
