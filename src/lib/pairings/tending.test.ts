import { describe, expect, it } from 'vitest';
import { at, zone } from '#lib/matching/facts.fixture.ts';
import { dueNow, nextLook, type Tended } from './tending.ts';

const approvedAt = at('2026-11-02', '10:00');
const pair = (more: Partial<Tended>): Tended => ({
	status: 'going_on',
	approvedAt,
	acceptedAt: at('2026-11-03', '20:00'),
	...more
});
const during = { start: at('2026-11-24', '15:00'), end: at('2026-11-24', '16:00') };
const planned = { during, status: 'planned' as const };

describe('what falls due for a pair', () => {
	it('is an offer that nobody has answered for a week', () => {
		const offered = pair({ status: 'offered' });
		expect(dueNow(offered, at('2026-11-09', '09:59'), zone)).toEqual([]);
		expect(dueNow(offered, at('2026-11-09', '10:00'), zone)).toEqual(['offer_silent']);
		expect(nextLook(offered, approvedAt, zone)).toEqual(at('2026-11-09', '10:00'));
	});
	it('is a first meeting not agreed on within fourteen days of the yes', () => {
		const settingUp = pair({ status: 'setting_up' });
		expect(nextLook(settingUp, approvedAt, zone)).toEqual(at('2026-11-17', '20:00'));
		expect(dueNow(settingUp, at('2026-11-17', '20:00'), zone)).toEqual(['not_agreed']);
		expect(nextLook(settingUp, at('2026-11-18', '08:00'), zone)).toBeNull();
	});
	it('is a first meeting that has not happened, on the morning after', () => {
		const meeting = pair({ status: 'first_meeting', visit: planned });
		expect(dueNow(meeting, at('2026-11-25', '08:59'), zone)).toEqual([]);
		expect(dueNow(meeting, at('2026-11-25', '09:00'), zone)).toEqual(['not_met']);
	});
	it('is a visit that has not begun in time, the same day, and that was missed when the day is over', () => {
		const standing = pair({ visit: planned, alarmMinutes: 30 });
		expect(nextLook(standing, at('2026-11-24', '14:00'), zone)).toEqual(at('2026-11-24', '15:30'));
		expect(dueNow(standing, at('2026-11-24', '15:30'), zone)).toEqual(['visit_late']);
		expect(nextLook(standing, at('2026-11-24', '15:30'), zone)).toEqual(at('2026-11-25', '00:00'));
		expect(dueNow(standing, at('2026-11-25', '00:00'), zone)).toEqual(['visit_late', 'visit_missed']);
	});
	it('is no late visit where nobody asked for an alarm, or where it has begun', () => {
		expect(dueNow(pair({ visit: planned }), at('2026-11-24', '20:00'), zone)).toEqual([]);
		const begun = pair({ visit: { during, status: 'under_way' }, alarmMinutes: 30 });
		expect(dueNow(begun, at('2026-11-24', '20:00'), zone)).toEqual([]);
		expect(dueNow(begun, at('2026-11-25', '00:00'), zone)).toEqual(['visit_unfinished']);
	});
	it('is the end of a pause, when its last day is over', () => {
		const paused = pair({ status: 'paused', pausedUntil: '2026-11-30' });
		expect(nextLook(paused, at('2026-11-24', '08:00'), zone)).toEqual(at('2026-12-01', '00:00'));
		expect(dueNow(paused, at('2026-12-01', '00:00'), zone)).toEqual(['pause_over']);
		expect(nextLook(pair({ status: 'paused' }), approvedAt, zone)).toBeNull();
	});
	it('is nothing when a pair has ended', () => {
		expect(nextLook(pair({ status: 'ended', visit: planned }), approvedAt, zone)).toBeNull();
	});
});
