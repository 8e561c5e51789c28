import { describe, expect, it } from 'vitest';
import { instantAt } from '#lib/shared/time.ts';
import { isAtVisitHours } from './visit-hours.ts';

const zone = 'Asia/Shanghai';
const span = (from: string, to: string, lastDay = '2026-11-23') => ({
	start: instantAt('2026-11-23', from, zone),
	end: instantAt(lastDay, to, zone)
});

describe('a time at which a volunteer proposes to come', () => {
	it('may be from seven in the morning to ten in the evening', () => {
		expect(isAtVisitHours(span('07:00', '07:40'), zone)).toBe(true);
		expect(isAtVisitHours(span('21:20', '22:00'), zone)).toBe(true);
	});
	it('is not in the night', () => {
		expect(isAtVisitHours(span('03:00', '03:40'), zone)).toBe(false);
		expect(isAtVisitHours(span('06:59', '07:39'), zone)).toBe(false);
		expect(isAtVisitHours(span('21:21', '22:01'), zone)).toBe(false);
	});
	it('does not reach over midnight into the next day', () => {
		expect(isAtVisitHours(span('21:30', '00:10', '2026-11-24'), zone)).toBe(false);
		expect(isAtVisitHours(span('20:00', '08:00', '2026-11-24'), zone)).toBe(false);
	});
	it('goes by the clock of the community', () => {
		expect(isAtVisitHours(span('15:00', '15:40'), 'America/New_York')).toBe(false);
	});
});
