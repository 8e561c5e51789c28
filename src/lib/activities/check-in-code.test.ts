import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { codeOf, codeStep, scannedAt, stepAt } from './check-in-code.ts';

const sign = (text: string) => createHmac('sha256', 'key').update(text).digest('base64url');
const occurrenceId = 'one';
const now = new Date('2026-11-23T01:00:10Z');
const after = (ms: number) => new Date(now.getTime() + ms);
const code = codeOf(sign, occurrenceId, stepAt(now));
const scan = (when: Date, at: Date | null = null, given = code, of = occurrenceId) =>
	scannedAt(sign, { occurrenceId: of, code: given, at }, when);

describe('the rotating code', () => {
	it('has six digits, and another six for each step and each date', () => {
		expect(code).toMatch(/^\d{6}$/);
		expect(codeOf(sign, occurrenceId, stepAt(now) + 1)).not.toBe(code);
		expect(codeOf(sign, 'two', stepAt(now))).not.toBe(code);
	});
	it('counts in its step and the one after, and not later', () => {
		expect(scan(now)).toEqual(now);
		expect(scan(after(codeStep))).toEqual(after(codeStep));
		expect(scan(after(2 * codeStep))).toBeNull();
		expect(scan(now, null, code, 'two')).toBeNull();
	});
	it('counts as of when it was scanned where the phone had no network, within a day', () => {
		expect(scan(after(3 * 3_600_000), now)).toEqual(now);
		expect(scan(after(3 * 3_600_000), after(90_000))).toEqual(after(90_000));
		expect(scan(after(25 * 3_600_000), now)).toBeNull();
	});
	it('is not taken for a time at which it was not shown, or that has not come', () => {
		expect(scan(after(3 * 3_600_000), after(3_600_000))).toBeNull();
		expect(scan(now, after(10 * 60_000))).toBeNull();
		expect(scan(now, after(60_000))).toEqual(now);
	});
});
