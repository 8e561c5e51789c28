import { describe, expect, it } from 'vitest';
import { instantAt } from '#lib/shared/time.ts';
import { reminderAt, reminderLeaves } from './reminder.ts';

const zone = 'Asia/Shanghai';
const at = (day: string, clock: string) => instantAt(day, clock, zone);

describe('a reminder', () => {
	it('is for the afternoon before', () => {
		expect(reminderAt('2026-12-01', zone)).toEqual(at('2026-11-30', '17:00'));
	});
	it('that is late leaves by day, and not at all when the day is over', () => {
		const leaves = (day: string, clock: string) => reminderLeaves('2026-12-01', at(day, clock), zone);
		expect(leaves('2026-11-30', '19:30')).toEqual(at('2026-11-30', '19:30'));
		expect(leaves('2026-11-30', '22:00')).toEqual(at('2026-12-01', '09:00'));
		expect(leaves('2026-12-01', '06:00')).toEqual(at('2026-12-01', '09:00'));
		expect(leaves('2026-12-01', '23:00')).toBeNull();
		expect(leaves('2026-12-02', '10:00')).toBeNull();
	});
});
