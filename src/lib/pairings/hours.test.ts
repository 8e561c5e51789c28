import { describe, expect, it } from 'vitest';
import type { FreeHours } from '#lib/matching/matching.ts';
import { anyDaytime, fixedHours, meetingTimes } from './hours.ts';

const evenings: FreeHours[] = [
	{ weekday: 2, from: 1080, to: 1260 },
	{ weekday: 5, from: 1170, to: 1260 }
];

describe('the times at which two can meet', () => {
	it('are the earliest of each weekday, by day, that leave room for the whole visit', () => {
		expect(meetingTimes({ hours: anyDaytime, fixed: false }, evenings, 60)).toEqual([
			{ weekday: 2, minute: 1080 }
		]);
	});
	it('begin with Monday and end with Sunday', () => {
		const always: FreeHours[] = [
			{ weekday: 0, from: 0, to: 1440 },
			{ weekday: 1, from: 0, to: 1440 }
		];
		const times = meetingTimes({ hours: anyDaytime, fixed: false }, always, 60);
		expect(times.map(({ weekday }) => weekday)).toEqual([1, 0]);
	});
	it('are none where one of the fixed days is not free', () => {
		const suits = { hours: fixedHours([2, 3], 1100, 60), fixed: true };
		expect(meetingTimes(suits, evenings, 60)).toEqual([]);
		const one = { hours: fixedHours([2], 1100, 60), fixed: true };
		expect(meetingTimes(one, evenings, 60)).toEqual([{ weekday: 2, minute: 1100 }]);
	});
});
