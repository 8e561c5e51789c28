import { describe, expect, it } from 'vitest';
import { isInForce, lastDay, noticeDays, stateOn, type Agreement } from './agreement.ts';

const from = '2026-03-01';
const agreed = (until: string | null, endedAt: Date | null = null): Agreement => ({
	since: from,
	until,
	endedAt
});

describe('an agreement', () => {
	it('that has no last day runs from its first one on', () => {
		expect(stateOn(agreed(null), '2026-02-28')).toBe('ahead');
		expect(stateOn(agreed(null), from)).toBe('running');
		expect(stateOn(agreed(null), '2036-03-01')).toBe('running');
	});
	it('says in time that its last day comes, counts that day, and says that it has passed', () => {
		expect(noticeDays).toBe(60);
		const year = agreed('2026-12-31');
		expect(stateOn(year, '2026-10-31')).toBe('running');
		expect(stateOn(year, '2026-11-01')).toBe('ending');
		expect(stateOn(year, '2026-12-31')).toBe('ending');
		expect(stateOn(year, '2027-01-01')).toBe('overdue');
	});
	it('holds between its first and its last day, unless it was ended', () => {
		const days = ['2026-02-28', from, '2026-12-31', '2027-01-01'];
		expect(days.map((day) => isInForce(agreed('2026-12-31'), day))).toEqual([false, true, true, false]);
		expect(isInForce(agreed(null, new Date()), from)).toBe(false);
	});
	it('that is ended lasts until that day, no longer than was said and no shorter than a day', () => {
		expect(lastDay(agreed(null), '2026-11-23')).toBe('2026-11-23');
		expect(lastDay(agreed('2026-12-31'), '2026-11-23')).toBe('2026-11-23');
		expect(lastDay(agreed('2026-10-31'), '2026-11-23')).toBe('2026-10-31');
		expect(lastDay(agreed(null), '2026-02-01')).toBe(from);
	});
});
