import { expect, it } from 'vitest';
import { quarterOf } from './quarter.ts';
import { proposalOf, type PastActivity } from './term-proposal.ts';
import { datesOfRow } from './term-dates.ts';

const context = {
	quarter: quarterOf('2027-01-01'),
	holidays: new Set(['2027-01-01', '2027-02-09', '2027-01-16']),
	leaders: ['anna', 'bert']
};
const past = (change: Partial<PastActivity>): PastActivity => ({
	...{
		id: 'a',
		name: '唱戏',
		nameEn: 'Opera',
		kind: 'meeting',
		rule: null,
		firstDay: '2026-10-06',
		startMinute: 840
	},
	...{ minutes: 120, venueId: 'hall', place: null, seats: 20, ledBy: 'bert', dangerous: false },
	...change
});
const again = (change: Partial<PastActivity>) => proposalOf([past(change)], context);

it('a series is proposed on the same weekday, hour and in the same room, without public holidays', () => {
	const [row] = again({ rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231T235959Z' });
	expect(row).toMatchObject({
		...{
			name: '唱戏',
			nameEn: 'Opera',
			rule: 'FREQ=WEEKLY;BYDAY=TU',
			startMinute: 840,
			venueId: 'hall',
			ledBy: 'bert'
		},
		...{ firstDay: '2027-01-05', lastDay: '2027-03-31', except: ['2027-02-09'], like: 'a' }
	});
	expect(datesOfRow(row!)).toHaveLength(12);
});

it('every second week goes on in its rhythm', () => {
	const [row] = again({ rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=6' });
	// 2026-10-06 and thirteen weeks: the week between
	expect(row!.firstDay).toBe('2027-01-12');
});

it('what was once is once again, thirteen weeks later, or a week on where that is a holiday', () => {
	expect(again({ firstDay: '2026-10-10' })[0]).toMatchObject({ firstDay: '2027-01-09', rule: null });
	expect(again({ firstDay: '2026-10-17' })[0]).toMatchObject({ firstDay: '2027-01-23' });
	expect(again({ firstDay: '2026-12-31' })[0]).toMatchObject({ firstDay: '2027-03-25' });
});

it('what goes on by itself or needs an insurance is not proposed; who no longer leads is replaced', () => {
	expect(again({ rule: 'FREQ=WEEKLY;BYDAY=TU' })).toEqual([]);
	expect(again({ dangerous: true })).toEqual([]);
	expect(again({ ledBy: 'carl' })[0]).toMatchObject({ ledBy: 'anna' });
});
