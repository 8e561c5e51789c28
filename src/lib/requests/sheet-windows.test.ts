import { describe, expect, test } from 'vitest';
import { clockOf, dayOf, instantAt } from '#lib/shared/time.ts';
import { windowMaker, type SheetDays } from './sheet-windows.ts';

const zone = 'Asia/Shanghai';
const today = '2026-11-23';

function windows(days: Partial<SheetDays>, { minutes = 60, clock = '08:00' } = {}): string[] {
	const now = instantAt(today, clock, zone);
	return windowMaker({ now, today, zone })({ fromDay: null, toDay: null, ...days }, minutes).map(
		({ start, end }) => `${dayOf(start, zone)} ${clockOf(start, zone)}-${clockOf(end, zone)}`
	);
}

describe('the days of a sheet', () => {
	test('are open from nine to five, both ends included', () => {
		expect(windows({ fromDay: '2026-11-28', toDay: '2026-11-29' })).toEqual([
			'2026-11-28 09:00-17:00',
			'2026-11-29 09:00-17:00'
		]);
	});

	test('are fourteen at most, and those that have passed do not count', () => {
		const long = windows({ fromDay: '2026-01-01', toDay: '2027-12-31' });
		expect(long).toHaveLength(14);
		expect(long[0]).toBe('2026-11-23 09:00-17:00');
	});

	test('are one where only the first is told, all until the last where only that is, fourteen where none is', () => {
		expect(windows({ fromDay: '2026-12-01' })).toEqual(['2026-12-01 09:00-17:00']);
		expect(windows({ toDay: '2026-11-24' })).toHaveLength(2);
		expect(windows({})).toHaveLength(14);
	});

	test('begin now where the day has begun, and end when too little of it is left', () => {
		expect(windows({ fromDay: today }, { clock: '15:30' })).toEqual(['2026-11-23 15:30-17:00']);
		expect(windows({ fromDay: today }, { clock: '16:30' })).toEqual([]);
	});

	test('are over where all of them have passed', () => {
		expect(windows({ fromDay: '2026-11-20' })).toEqual([]);
	});

	test('are longer for help that takes longer', () => {
		expect(windows({ fromDay: '2026-12-01' }, { minutes: 600 })).toEqual(['2026-12-01 09:00-19:00']);
	});
});
