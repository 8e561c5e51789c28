import { describe, expect, it } from 'vitest';
import { suggestedMinutes } from './service-minutes.ts';

const during = { start: new Date('2026-03-02T07:00:00Z'), end: new Date('2026-03-02T07:40:00Z') };
const startedAt = new Date('2026-03-02T07:03:00Z');

describe('the minutes suggested when it is done', () => {
	it('are those since the start, in steps of five', () => {
		expect(suggestedMinutes({ startedAt, during }, new Date('2026-03-02T07:50:00Z'))).toBe(45);
		expect(suggestedMinutes({ startedAt, during }, new Date('2026-03-02T07:51:00Z'))).toBe(50);
	});

	it('are never fewer than five', () => {
		expect(suggestedMinutes({ startedAt, during }, new Date('2026-03-02T07:04:00Z'))).toBe(5);
	});

	it('are the planned ones where no start was noted', () => {
		expect(suggestedMinutes({ startedAt: null, during }, new Date('2026-03-02T09:00:00Z'))).toBe(40);
	});

	it('are the planned ones where somebody forgot to say that it was done', () => {
		expect(suggestedMinutes({ startedAt, during }, new Date('2026-03-03T07:00:00Z'))).toBe(40);
	});
});
