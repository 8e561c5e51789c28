import { expect, it } from 'vitest';
import { quarterOf } from './quarter.ts';
import { datesOfRow, emptyMonths, emptyWeeks, ruleDaysOf, weeksOf } from './term-dates.ts';

const quarter = quarterOf('2027-01-01');
const tuesdays = { rule: 'FREQ=WEEKLY;BYDAY=TU', firstDay: '2027-01-05', lastDay: '2027-01-31', except: [] };

it('the weeks of a quarter begin on Monday, cut where it begins and ends, and leave no day out', () => {
	const weeks = weeksOf(quarter);
	expect(weeks).toHaveLength(14);
	expect(weeks[0]).toEqual({ from: '2027-01-01', to: '2027-01-03' });
	expect(weeks[1]).toEqual({ from: '2027-01-04', to: '2027-01-10' });
	expect(weeks.at(-1)).toEqual({ from: '2027-03-29', to: '2027-03-31' });
	// one that begins on a Monday
	expect(weeksOf(quarterOf('2029-01-01'))).toHaveLength(13);
});

it('a row brings the days of its rule but those left out', () => {
	expect(datesOfRow({ ...tuesdays, except: ['2027-01-12'] })).toEqual([
		'2027-01-05',
		'2027-01-19',
		'2027-01-26'
	]);
	expect(ruleDaysOf({ ...tuesdays, except: ['2027-01-12'] })).toHaveLength(4);
	const once = { rule: null, firstDay: '2027-02-20', lastDay: '2027-02-20', except: [] };
	expect(datesOfRow(once)).toEqual(['2027-02-20']);
});

it('months and weeks without anything are known', () => {
	const days = datesOfRow(tuesdays);
	expect(emptyMonths(quarter, days)).toEqual(['2027-02', '2027-03']);
	expect(emptyWeeks(quarter, days)).toBe(10);
	expect(emptyWeeks(quarter, [])).toBe(14);
});
