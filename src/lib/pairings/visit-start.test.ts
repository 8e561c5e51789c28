import { describe, expect, it } from 'vitest';
import { at, zone } from '#lib/matching/facts.fixture.ts';
import { clockAt, minuteOfClock, visitSpan, type Fitting } from './visit-start.ts';

const tuesday = '2026-11-24';
const span = (from: string, to: string) => ({ start: at(tuesday, from), end: at(tuesday, to) });
const fitting = (more: Partial<Fitting> = {}): Fitting => ({
	wished: 15 * 60,
	minutes: 60,
	free: [{ weekday: 2, from: 13 * 60, to: 21 * 60 }],
	absences: [],
	busy: [],
	zone,
	...more
});

describe('a visit on a day', () => {
	it('is at the agreed hour, be that usually free or not', () => {
		expect(visitSpan(tuesday, fitting())).toEqual(span('15:00', '16:00'));
		expect(visitSpan(tuesday, fitting({ free: [] }))).toEqual(span('15:00', '16:00'));
	});
	it('is at the nearest free half hour where something else is promised then', () => {
		expect(visitSpan(tuesday, fitting({ busy: [span('14:30', '15:30')] }))).toEqual(span('15:30', '16:30'));
		expect(visitSpan(tuesday, fitting({ busy: [span('15:30', '18:00')] }))).toEqual(span('14:30', '15:30'));
	});
	it('is not where the whole day is promised, nor by night, nor while the member is away', () => {
		expect(visitSpan(tuesday, fitting({ busy: [span('08:00', '20:00')] }))).toBeNull();
		expect(visitSpan(tuesday, fitting({ busy: [span('13:00', '19:30')] }))).toBeNull();
		expect(visitSpan(tuesday, fitting({ absences: [{ from: tuesday, to: tuesday }] }))).toBeNull();
	});
	it('is said by the clock', () => {
		expect([0, 545, 1439].map(clockAt)).toEqual(['00:00', '09:05', '23:59']);
		expect(['00:00', '09:05', '23:59'].map(minuteOfClock)).toEqual([0, 545, 1439]);
	});
});
