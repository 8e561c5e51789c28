import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpenAt, lengthOf, presentMinutes } from './presence.ts';

const at = (clock: string) => new Date(`2026-11-28T${clock}:00+08:00`);
const day = { start: at('08:30'), end: at('11:00') };
const minutes = (came: string | null, left: string | null = null) =>
	presentMinutes({ cameAt: came === null ? null : at(came), leftAt: left === null ? null : at(left) }, day);

describe('the minutes that somebody was there', () => {
	it.each([
		['from check-in to check-out', '09:00', '10:15', 75],
		['to the end, where nobody checked out', '09:00', null, 120],
		['not those before it began', '08:00', '09:00', 30],
		['not those after it was over', '10:30', '12:00', 30],
		['none, for who came after it was over', '11:20', null, 0],
		['none, for who left before it began', '07:50', '08:20', 0]
	])('count %s', (_, came, left, counted) => expect(minutes(came, left)).toBe(counted));

	it('are none for who did not come', () => expect(minutes(null)).toBe(0));

	it('are whole, and never more than the day is long', () => {
		const instant = fc.date({
			min: new Date('2026-11-27'),
			max: new Date('2026-11-30'),
			noInvalidDate: true
		});
		fc.assert(
			fc.property(instant, fc.option(instant), (cameAt, leftAt) => {
				const counted = presentMinutes({ cameAt, leftAt }, day);
				expect(Number.isInteger(counted) && counted >= 0 && counted <= lengthOf(day)).toBe(true);
			})
		);
	});
});

describe('checking in', () => {
	it.each([
		['07:29', false],
		['07:30', true],
		['10:59', true],
		['11:00', false]
	])('at %s is open: %s', (clock, open) => expect(isOpenAt(at(clock), day)).toBe(open));
});
