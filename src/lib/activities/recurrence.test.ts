import fc from 'fast-check';
import { RRule, rrulestr } from 'rrule';
import { describe, expect, it } from 'vitest';
import { addDays, type Weekday } from '#lib/shared/time.ts';
import { datesOf, nths, repeatOf, ruleOf, type Repeat } from './recurrence.ts';

const firstDay = '2026-09-07';

const pattern = fc.oneof(
	fc.record({
		every: fc.constant('week' as const),
		weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }) as fc.Arbitrary<Weekday>, { minLength: 1 })
	}),
	fc.record({
		every: fc.constant('month_weekday' as const),
		nth: fc.constantFrom(...nths),
		weekday: fc.integer({ min: 0, max: 6 }) as fc.Arbitrary<Weekday>
	}),
	fc.record({ every: fc.constant('month_day' as const), day: fc.integer({ min: 1, max: 31 }) })
);
const end = fc.oneof(
	fc.constant(null),
	fc.record({ until: fc.integer({ min: 0, max: 700 }).map((days) => addDays(firstDay, days)) }),
	fc.record({ count: fc.integer({ min: 1, max: 60 }) })
);
const repeats = fc
	.record({ pattern, interval: fc.integer({ min: 1, max: 4 }), end })
	.map(({ pattern, ...rest }) => ({ ...pattern, ...rest }) as Repeat);

describe('a rule', () => {
	it('is read back as the choice it was made of', () => {
		fc.assert(
			fc.property(repeats, (repeat) => {
				const back = repeatOf(ruleOf(repeat));
				expect(back && ruleOf(back)).toBe(ruleOf(repeat));
			})
		);
		expect(repeatOf('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU')).toMatchObject({ interval: 2, weekdays: [2] });
		expect(repeatOf('FREQ=YEARLY;BYMONTH=3')).toBeNull();
		expect(repeatOf('FREQ=MONTHLY;BYDAY=5MO;BYHOUR=7')).toBeNull();
	});
	it('has the same dates as in another library, on 500 rules', () => {
		fc.assert(
			fc.property(
				repeats,
				fc.integer({ min: 0, max: 700 }),
				fc.integer({ min: 0, max: 500 }),
				(repeat, skip, length) => {
					const [from, to] = [addDays(firstDay, skip - 30), addDays(firstDay, skip - 30 + length)];
					const rule = ruleOf(repeat);
					const other = rrulestr(`DTSTART:${firstDay.replaceAll('-', '')}T120000Z\nRRULE:${rule}`) as RRule;
					const theirs = other
						.between(new Date(`${from}T00:00:00Z`), new Date(`${to}T23:59:59Z`), true)
						.map((at) => at.toISOString().slice(0, 10));
					expect(datesOf(rule, firstDay, from, to)).toEqual(theirs);
				}
			),
			{ numRuns: 500, seed: 5 }
		);
	});
	it('says the same days in any zone of the machine, and nothing outside of the window', () => {
		expect(datesOf('FREQ=WEEKLY;BYDAY=MO', '2026-11-23', '2026-11-23', '2026-12-07')).toEqual([
			'2026-11-23',
			'2026-11-30',
			'2026-12-07'
		]);
		expect(datesOf('FREQ=MONTHLY;BYMONTHDAY=31', '2026-12-31', '2027-01-01', '2027-04-30')).toEqual([
			'2027-01-31',
			'2027-03-31'
		]);
		expect(datesOf(null, '2026-11-23', '2026-11-24', '2026-12-07')).toEqual([]);
	});
});
