import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf, type Weekday } from '#lib/shared/time.ts';
import { rhythms } from './pairings.ts';
import { fallsOn, nextVisitDays } from './rhythm.ts';

const monday = '2026-11-23';

describe('visits recur', () => {
	it('every week on each of their weekdays', () => {
		const twice = { rhythm: 'weekly', weekdays: [2, 5] as Weekday[], since: monday } as const;
		expect(nextVisitDays(twice, monday, 4)).toEqual(['2026-11-24', '2026-11-27', '2026-12-01', '2026-12-04']);
	});
	it('every second week, counted from the week in which they began', () => {
		const every = { rhythm: 'fortnightly', weekdays: [3] as Weekday[], since: '2026-11-25' } as const;
		expect(nextVisitDays(every, '2026-11-25', 2)).toEqual(['2026-12-09', '2026-12-23']);
	});
	it('every fourth week for those that are monthly', () => {
		const every = { rhythm: 'monthly', weekdays: [6] as Weekday[], since: '2026-11-28' } as const;
		expect(nextVisitDays(every, '2026-11-28', 2)).toEqual(['2026-12-26', '2027-01-23']);
	});
	it('not before they begin', () => {
		const later = { rhythm: 'weekly', weekdays: [1] as Weekday[], since: '2026-12-07' } as const;
		expect(nextVisitDays(later, monday, 1)).toEqual(['2026-12-07']);
	});
	it('never where no weekday is chosen', () => {
		expect(nextVisitDays({ rhythm: 'weekly', weekdays: [], since: monday }, monday, 1)).toEqual([]);
	});
	it('on their weekdays only, rising, with none left out', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...rhythms),
				fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
				fc.integer({ min: -40, max: 40 }),
				(rhythm, chosen, offset) => {
					const weekdays = chosen as Weekday[];
					const recurrence = { rhythm, weekdays, since: monday };
					const days = nextVisitDays(recurrence, addDays(monday, offset), 6);
					expect(days).toEqual([...days].sort());
					expect(days.every((day) => weekdays.includes(weekdayOf(day)))).toBe(true);
					const between = Array.from({ length: 200 }, (_, at) => addDays(monday, offset + 1 + at));
					const all = between.filter((day) => day <= days.at(-1)! && fallsOn(recurrence, day));
					expect(days).toEqual(all);
				}
			)
		);
	});
});
