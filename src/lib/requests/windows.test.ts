import { describe, expect, it } from 'vitest';
import { instantAt } from '#lib/shared/time.ts';
import { urgencyFor, windowsFor } from './windows.ts';

const zone = 'Asia/Shanghai';
const today = '2026-11-22';
const at = (clock: string, day = today) => instantAt(day, clock, zone);

describe('the windows of a wish', () => {
	it('of today begin now, not this morning', () => {
		const windows = windowsFor({ when: 'today', part: 'any' }, today, at('15:10'), 60, zone);
		expect(windows).toEqual([{ start: at('15:10'), end: at('20:00') }]);
	});
	it('are none when today is too late for the help', () => {
		expect(windowsFor({ when: 'today', part: 'morning' }, today, at('11:30'), 45, zone)).toEqual([]);
		expect(windowsFor({ when: 'today', part: 'morning' }, today, at('11:15'), 45, zone)).toHaveLength(1);
	});
	it('of three days leave out the part of today that has passed', () => {
		const windows = windowsFor({ when: 'days', part: 'morning' }, today, at('13:00'), 60, zone);
		expect(windows.map((w) => w.start)).toEqual([at('08:00', '2026-11-23'), at('08:00', '2026-11-24')]);
	});
	it('of a date are that day, and none when it is past or missing', () => {
		const wish = { when: 'date', part: 'evening', date: '2026-12-31' } as const;
		expect(windowsFor(wish, today, at('09:00'), 60, zone)).toEqual([
			{ start: at('18:00', '2026-12-31'), end: at('21:00', '2026-12-31') }
		]);
		expect(windowsFor({ ...wish, date: '2026-11-21' }, today, at('09:00'), 60, zone)).toEqual([]);
		expect(windowsFor({ when: 'date', part: 'evening' }, today, at('09:00'), 60, zone)).toEqual([]);
	});
});

describe('urgency', () => {
	it('follows what was said, and the nearness of a date', () => {
		expect(urgencyFor({ when: 'tomorrow', part: 'any' }, today)).toBe('days');
		expect(urgencyFor({ when: 'date', part: 'any', date: today }, today)).toBe('today');
		expect(urgencyFor({ when: 'date', part: 'any', date: '2026-11-24' }, today)).toBe('days');
		expect(urgencyFor({ when: 'date', part: 'any', date: '2026-11-28' }, today)).toBe('week');
		expect(urgencyFor({ when: 'date', part: 'any', date: '2026-12-24' }, today)).toBe('flexible');
	});
});
