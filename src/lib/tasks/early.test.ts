import { describe, expect, it } from 'vitest';
import { instantAt } from '#lib/shared/time.ts';
import { isEarly, spanFromNow } from './early.ts';

const zone = 'Asia/Shanghai';
const on = (day: string, clock: string) => instantAt(day, clock, zone);
const during = { start: on('2026-11-25', '15:00'), end: on('2026-11-25', '15:45') };

describe('a task that begins before its time', () => {
	it('is early until the last minute of the day before', () => {
		expect(isEarly(during, on('2026-11-24', '23:59'), zone)).toBe(true);
		expect(isEarly(during, on('2026-11-23', '16:00'), zone)).toBe(true);
	});

	it('is not early on its day, at whatever hour, nor after it', () => {
		expect(isEarly(during, on('2026-11-25', '00:00'), zone)).toBe(false);
		expect(isEarly(during, on('2026-11-26', '09:00'), zone)).toBe(false);
	});

	it('goes by the days of the community, not of the machine', () => {
		const morning = { start: on('2026-11-25', '00:30'), end: on('2026-11-25', '01:00') };
		expect(isEarly(morning, on('2026-11-25', '00:05'), zone)).toBe(false);
		expect(isEarly(morning, on('2026-11-25', '00:05'), 'UTC')).toBe(false);
		expect(isEarly(during, on('2026-11-25', '00:05'), 'UTC')).toBe(true);
	});

	it('takes as long as was planned, from now on', () => {
		const now = on('2026-11-24', '10:17');
		expect(spanFromNow(during, now)).toEqual({ start: now, end: on('2026-11-24', '11:02') });
	});
});
