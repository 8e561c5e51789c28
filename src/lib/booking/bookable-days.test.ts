import { describe, expect, it } from 'vitest';
import { instantAt } from '#lib/shared/time.ts';
import { bookableDays, type Known } from './bookable-days.ts';

const zone = 'Asia/Shanghai';
const nothing: Known = {
	named: new Map(),
	years: new Set([2026]),
	closed: new Map(),
	published: new Set(),
	onDuty: new Set()
};

describe('the days to choose from', () => {
	it('have their own times, by the clock of the community', () => {
		const times = [{ start: new Date('2026-12-30T16:30:00Z'), desks: ['a'] }];
		const days = bookableDays('2026-12-30', 3, times, nothing, zone);
		expect(days.map(({ day, state, unknownYear }) => [day, state, unknownYear])).toEqual([
			['2026-12-30', 'unpublished', false],
			['2026-12-31', 'free', false],
			['2027-01-01', 'unpublished', true]
		]);
	});
	it('mark what lies outside of the old office hours; on a worked Saturday only that', () => {
		const saturday = '2026-10-10';
		const times = ['09:00', '12:10'].map((clock) => ({
			start: instantAt(saturday, clock, zone),
			desks: ['a']
		}));
		const worked = { day: saturday, class: 'makeup_workday', name: '国庆节' } as const;
		const marks = (known: Known) =>
			bookableDays(saturday, 1, times, known, zone)[0]!.times.map(({ staggered }) => staggered);
		expect(marks(nothing)).toEqual([true, true]);
		expect(marks({ ...nothing, named: new Map([[saturday, worked]]) })).toEqual([false, true]);
	});
	it('say why they have none', () => {
		const known: Known = {
			...nothing,
			named: new Map([['2026-10-01', { day: '2026-10-01', class: 'holiday', name: '国庆节' }]]),
			closed: new Map([['2026-10-02', '停电']]),
			published: new Set(['2026-10-05']),
			onDuty: new Set(['2026-10-05'])
		};
		const said = bookableDays('2026-10-01', 7, [], known, zone).map(({ state, reason }) => [state, reason]);
		expect(said).toEqual([
			['closed', '国庆节'],
			['closed', '停电'],
			['unpublished', null],
			['unpublished', null],
			['full', null],
			['closed', null],
			['closed', null]
		]);
	});
});
