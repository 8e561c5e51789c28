import { expect, it } from 'vitest';
import { instantAt } from '#lib/shared/time.ts';
import { daysOfWeek, hoursOf, isRosterDay, mondayOf } from './week.ts';

it('a week begins on Monday, over the end of a year too', () => {
	expect(['2026-12-28', '2027-01-01', '2027-01-03'].map(mondayOf)).toEqual(Array(3).fill('2026-12-28'));
	expect(daysOfWeek('2026-12-28').at(-1)).toBe('2027-01-03');
});

it('a duty is on a day of our time', () => {
	expect(['2026-11-23', '2199-12-31'].map(isRosterDay)).toEqual([true, true]);
	expect(['0001-01-01', '9999-12-31', '2026-02-30', ''].map(isRosterDay)).toEqual(Array(4).fill(false));
});

it('a span that ends at midnight fills its day', () => {
	const at = (day: string, clock: string) => instantAt(day, clock, 'Asia/Shanghai');
	const evening = { start: at('2026-11-23', '18:00'), end: at('2026-11-24', '00:00') };
	expect(hoursOf(evening, 'Asia/Shanghai')).toEqual({ from: 1080, to: 1440 });
});
