import { describe, expect, it } from 'vitest';
import { instantAt, type Day } from '#lib/shared/time.ts';
import { dayClassOf, type NamedDay } from './calendar.ts';
import { isStaggered, minutesOutside } from './office-hours.ts';

const zone = 'Asia/Shanghai';
const named = new Map<Day, NamedDay>([
	['2026-10-01', { day: '2026-10-01', class: 'holiday', name: '国庆节' }],
	['2026-10-10', { day: '2026-10-10', class: 'makeup_workday', name: '国庆节' }]
]);
const classOf = (day: Day) => dayClassOf(day, named);
const outside = (day: Day, from: string, to: string) =>
	minutesOutside({ start: instantAt(day, from, zone), end: instantAt(day, to, zone) }, classOf, zone);

describe('what is served outside of the old office hours', () => {
	it.each([
		['2026-11-23', '09:00', '09:30', 0, 'within the morning'],
		['2026-11-23', '08:00', '08:30', 30, 'before it'],
		['2026-11-23', '08:15', '08:45', 15, 'half before it'],
		['2026-11-23', '11:45', '13:45', 90, 'over noon'],
		['2026-11-23', '17:00', '17:20', 20, 'after five'],
		['2026-11-28', '09:00', '09:30', 30, 'a Saturday'],
		['2026-10-01', '09:00', '09:30', 30, 'a holiday'],
		['2026-10-10', '09:00', '09:30', 0, 'a worked Saturday']
	])('%s %s–%s: %i minutes, %5$s', (day, from, to, minutes) => {
		expect(outside(day, from, to)).toBe(minutes);
	});
	it('counts a service over midnight on both days', () => {
		const span = {
			start: instantAt('2026-11-23', '23:30', zone),
			end: instantAt('2026-11-24', '00:30', zone)
		};
		expect(minutesOutside(span, classOf, zone)).toBe(60);
	});
	it('marks a time by its beginning', () => {
		expect(isStaggered(instantAt('2026-11-23', '12:00', zone), classOf, zone)).toBe(true);
		expect(isStaggered(instantAt('2026-11-23', '11:45', zone), classOf, zone)).toBe(false);
	});
});
