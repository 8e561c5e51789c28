import { describe, expect, it } from 'vitest';
import { clockOf, instantAt } from '#lib/shared/time.ts';
import { freeTimes, nearest, openOn } from './free-times.ts';

const zone = 'Asia/Shanghai';
const day = '2026-11-25';
const at = (clock: string) => instantAt(day, clock, zone);
const clocks = (times: readonly Date[]) => times.map((time) => clockOf(time, zone));
const venue = { fromMinute: 8 * 60, toMinute: 11 * 60 };
const early = instantAt('2026-11-24', '12:00', zone);

describe('the free times of a venue', () => {
	it('stand half an hour apart and end when it closes', () => {
		expect(clocks(freeTimes(venue, [], { day, minutes: 90, now: early, zone }))).toEqual([
			'08:00',
			'08:30',
			'09:00',
			'09:30'
		]);
	});
	it('leave out what is booked, and only that: one may follow at once', () => {
		const booked = [{ start: at('09:00'), end: at('10:00') }];
		expect(clocks(freeTimes(venue, booked, { day, minutes: 60, now: early, zone }))).toEqual([
			'08:00',
			'10:00'
		]);
	});
	it('begin after now, on the clock although the door opens at odd minutes', () => {
		const odd = { fromMinute: 8 * 60 + 10, toMinute: 24 * 60 };
		const now = at('22:30');
		expect(clocks(freeTimes(odd, [], { day, minutes: 60, now, zone }))).toEqual(['23:00']);
		expect(openOn(odd, day, zone).end).toEqual(instantAt('2026-11-26', '00:00', zone));
	});
});

it('the nearest times come nearest first, of two as near the earlier', () => {
	const times = ['08:00', '09:00', '10:30', '11:00'].map(at);
	expect(clocks(nearest(times, at('10:00'), 3))).toEqual(['10:30', '09:00', '11:00']);
});
