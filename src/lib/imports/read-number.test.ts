import { expect, test } from 'vitest';
import { isShortened, readDegrees, readMetres, readMinutes, readWhole } from './read-number.ts';

test.each([
	['5', 5],
	['５', 5],
	['5.0', 5],
	['1,200', 1200],
	['约5人', 5],
	['3 名', 3],
	['4 people', 4],
	['5.5', null],
	['-1', null],
	['三', null],
	['3-5人', null]
])('%s is the whole number %s', (text, number) => {
	expect(readWhole(text)).toBe(number);
});

test.each([
	['90', 90],
	['90分钟', 90],
	['1.5小时', 90],
	['1小时30分', 90],
	['2 hours', 120],
	['1:30', 90],
	['一会儿', null],
	['', null]
])('%s lasts %s minutes', (text, minutes) => {
	expect(readMinutes(text)).toBe(minutes);
});

test('degrees stay within their range', () => {
	expect(readDegrees('-73.9', 180)).toBe(-73.9);
	expect(readDegrees('120.1', 90)).toBeNull();
	expect(readDegrees('north', 90)).toBeNull();
});

test('a number that a spreadsheet cut down is noticed', () => {
	expect(isShortened('1.38E+10')).toBe(true);
	expect(isShortened('13800000000')).toBe(false);
});

test('reads metres on either side of a corner, to the nearest one', () => {
	expect(['120', '120.5', '-30米', '1,200 m'].map(readMetres)).toEqual([120, 121, -30, 1200]);
	expect(['30.1N', '近', ''].map(readMetres)).toEqual([null, null, null]);
});
