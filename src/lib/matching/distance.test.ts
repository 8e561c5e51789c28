import { describe, expect, test } from 'vitest';
import { minute } from '#lib/shared/time.ts';
import { metresBetween, sayableDistance, travelTime } from './distance.ts';

const origin = { east: 0, north: 0 };

describe('how far it is', () => {
	test('is the straight line between the two buildings', () => {
		expect(metresBetween({ east: 100, north: 200 }, { east: 400, north: 600 })).toBe(500);
	});

	test('is unknown where one of the places is', () => {
		expect(metresBetween(origin, null)).toBeNull();
		expect(metresBetween(null, origin)).toBeNull();
	});
});

describe('how long the way takes', () => {
	test('the ten-minute circle is ten minutes wide', () => {
		expect(travelTime(origin, { east: 800, north: 0 })).toBe(10 * minute);
	});

	test('is planned in whole five minutes, never too few', () => {
		expect(travelTime(origin, { east: 1, north: 0 })).toBe(5 * minute);
		expect(travelTime(origin, { east: 801, north: 0 })).toBe(15 * minute);
	});

	test('there is no way inside one building', () => {
		expect(travelTime(origin, origin)).toBe(0);
	});

	test('an unknown place is ten minutes away', () => {
		expect(travelTime(null, origin)).toBe(10 * minute);
	});
});

describe('how people say it', () => {
	test.each([
		[3, 'metres', 10],
		[296, 'metres', 300],
		[424, 'metres', 420],
		[994, 'metres', 990],
		[996, 'kilometres', 1],
		[1_240, 'kilometres', 1.2],
		[12_000, 'kilometres', 12]
	])('%i m', (metres, unit, value) => {
		expect(sayableDistance(metres)).toEqual({ unit, value });
	});
});
