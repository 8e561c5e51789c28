import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, weekdayOf } from '#lib/shared/time.ts';
import { moved, weeksToShift, type Shift } from './shift-days.ts';

test('the earliest day comes to lie in the week asked for, on its own weekday', () => {
	const weeks = weeksToShift({ kind: 'to_week', day: '2026-03-18' }, '2011-01-22', '2011-05-05');
	expect(moved('2011-01-22', weeks)).toBe('2026-03-21');
	expect(weekdayOf(moved('2011-05-05', weeks))).toBe(weekdayOf('2011-05-05'));
});

test('a fixed number of weeks, forward or back', () => {
	expect(moved('2026-03-10', weeksToShift({ kind: 'weeks', weeks: -2 }, null, '2026-03-10'))).toBe(
		'2026-02-24'
	);
	expect(weeksToShift({ kind: 'none' }, null, '2026-03-10')).toBe(0);
});

test('every day keeps its weekday, and folded ones fall into the weeks asked for', () => {
	const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1990-01-01', count));
	fc.assert(
		fc.property(days, days, fc.integer({ min: 1, max: 52 }), (first, day, count) => {
			const shift: Shift = { kind: 'into_weeks', day, count };
			const after = moved(first, weeksToShift(shift, null, first));
			const monday = addDays(day, -((weekdayOf(day) + 6) % 7));
			const ahead = daysBetween(monday, after);
			expect(weekdayOf(after)).toBe(weekdayOf(first));
			expect(ahead).toBeGreaterThanOrEqual(0);
			expect(ahead).toBeLessThan(count * 7);
		})
	);
});
