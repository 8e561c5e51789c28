import { describe, expect, it } from 'vitest';
import { inOrder, openOn, type HoursRule } from './hours.ts';

const rule = (more: Partial<HoursRule> = {}): HoursRule => ({
	dayClass: 'workday',
	weekday: null,
	since: '2026-01-01',
	until: null,
	from: 480,
	to: 1050,
	...more
});

describe('when a station is open', () => {
	it('follows the class of the day: a worked Saturday has the hours of a workday', () => {
		const rules = [rule(), rule({ dayClass: 'rest', from: 540, to: 720 })];
		expect(openOn('2026-02-14', 'makeup_workday', rules, []).hours).toEqual([{ from: 480, to: 1050 }]);
		expect(openOn('2026-02-07', 'rest', rules, []).hours).toEqual([{ from: 540, to: 720 }]);
		expect(openOn('2026-02-17', 'holiday', rules, []).hours).toEqual([]);
	});
	it('follows the rules that hold on that day, in order', () => {
		const rules = [
			rule({ from: 810, to: 1050 }),
			rule({ from: 480, to: 720 }),
			rule({ since: '2026-07-01', from: 1080, to: 1200 }),
			rule({ until: '2026-01-31', from: 0, to: 60 })
		];
		expect(openOn('2026-06-30', 'workday', rules, []).hours).toEqual([
			{ from: 480, to: 720 },
			{ from: 810, to: 1050 }
		]);
		expect(openOn('2026-07-01', 'workday', rules, []).hours).toHaveLength(3);
		expect(openOn('2026-01-31', 'workday', rules, []).hours).toHaveLength(3);
	});
	it('may be on Saturdays alone', () => {
		const saturday = rule({ dayClass: 'rest', weekday: 6, from: 540, to: 720 });
		expect(openOn('2026-03-07', 'rest', [saturday], []).hours).toHaveLength(1);
		expect(openOn('2026-03-08', 'rest', [saturday], []).hours).toEqual([]);
	});
	it('gives way to an exception, with the reason that residents read', () => {
		const closed = { day: '2026-03-02', hours: null, reason: '全员培训' };
		const short = { day: '2026-03-03', hours: { from: 540, to: 600 }, reason: '停电' };
		expect(openOn('2026-03-02', 'workday', [rule()], [closed, short])).toEqual({
			day: '2026-03-02',
			dayClass: 'workday',
			hours: [],
			reason: '全员培训'
		});
		expect(openOn('2026-03-03', 'workday', [rule()], [closed, short]).hours).toEqual([short.hours]);
		expect(openOn('2026-03-04', 'workday', [rule()], [closed, short]).reason).toBeNull();
	});
});

describe('hours of a day', () => {
	it('follow one another, and are none of them empty', () => {
		const morning = { from: 480, to: 720 };
		expect(inOrder([morning, { from: 720, to: 1050 }])).toBe(true);
		expect(inOrder([morning, { from: 700, to: 1050 }])).toBe(false);
		expect(inOrder([{ from: 480, to: 480 }])).toBe(false);
		expect(inOrder([])).toBe(true);
	});
});
