import { describe, expect, it } from 'vitest';
import { newId } from '#lib/shared/ids.ts';
import { bookingCode, readCode, sayCode } from './code.ts';

describe('the code of a booking', () => {
	it('is six digits, always the same, and seldom that of another', () => {
		const ids = Array.from({ length: 200 }, newId);
		const codes = ids.map(bookingCode);
		expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
		expect(ids.map(bookingCode)).toEqual(codes);
		expect(new Set(codes).size).toBeGreaterThan(190);
		expect(bookingCode('018f0000-0000-7000-8000-00000000002a')).toBe('000042');
	});
	it('is read again as it is said', () => {
		const id = newId();
		expect(readCode(sayCode(id))).toBe(bookingCode(id));
	});
	it.each([
		['483920', '483920'],
		[' 483 920', '483920'],
		['４８３-９２０', '483920'],
		['48392', null],
		['13800000001', null],
		['陈桂香', null]
	])('is read from “%s”: %s', (text, code) => {
		expect(readCode(text)).toBe(code);
	});
});
