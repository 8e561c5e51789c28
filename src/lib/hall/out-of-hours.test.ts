import { describe, expect, it } from 'vitest';
import { dayClassOf } from '#lib/hours/calendar.ts';
import { instantAt, type Day } from '#lib/shared/time.ts';
import { outOfHours, type Visit } from './out-of-hours.ts';

const zone = 'Asia/Shanghai';
const classOf = (day: Day) => dayClassOf(day, new Map());
const visit = (day: Day, from: string, to: string, service: string, desk: string): Visit => ({
	start: instantAt(day, from, zone),
	end: instantAt(day, to, zone),
	service,
	desk
});

describe('what was served outside of the old office hours', () => {
	const visits = [
		visit('2026-11-23', '08:05', '08:45', 'relief', 'one'),
		visit('2026-11-23', '10:00', '10:20', 'relief', 'one'),
		visit('2026-11-28', '09:00', '09:30', 'proof', 'two'),
		visit('2026-11-30', '12:10', '12:25', 'proof', 'one')
	];
	it('is added up by week, service and desk', () => {
		const { total, weeks, services, desks } = outOfHours(visits, classOf, zone);
		expect(total).toEqual({ key: '', visits: 4, minutes: 105, outsideVisits: 3, outsideMinutes: 70 });
		expect(
			weeks.map(({ key, outsideVisits, outsideMinutes }) => [key, outsideVisits, outsideMinutes])
		).toEqual([
			['2026-11-23', 2, 55],
			['2026-11-30', 1, 15]
		]);
		expect(services.map(({ key, visits, outsideMinutes }) => [key, visits, outsideMinutes])).toEqual([
			['proof', 2, 45],
			['relief', 2, 25]
		]);
		expect(desks.map(({ key, outsideMinutes }) => [key, outsideMinutes])).toEqual([
			['one', 40],
			['two', 30]
		]);
	});
	it('is nothing without visits', () => {
		expect(outOfHours([], classOf, zone).total.visits).toBe(0);
	});
});
