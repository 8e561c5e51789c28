import { describe, expect, it } from 'vitest';
import { clockOf, type Day } from '#lib/shared/time.ts';
import { dayClassOf, type NamedDay } from './calendar.ts';
import { cutToOpen, doubled, dutiesOf, type RosterLine, type ShiftPattern } from './shifts.ts';

const zone = 'Asia/Shanghai';
const early: ShiftPattern = {
	id: 'early',
	dayClass: 'workday',
	hours: [
		{ from: 480, to: 720 },
		{ from: 780, to: 990 }
	]
};
const late: ShiftPattern = { id: 'late', dayClass: 'workday', hours: [{ from: 600, to: 1050 }] };
const saturday: ShiftPattern = { id: 'saturday', dayClass: 'rest', hours: [{ from: 540, to: 720 }] };
const patterns = [early, late, saturday];
const line = (weekday: RosterLine['weekday'], staffId: string, deskId: string | null, patternId: string) => ({
	weekday,
	staffId,
	deskId,
	patternId
});
const weekOf = (monday: Day, lines: RosterLine[], named: NamedDay[] = []) =>
	dutiesOf(
		monday,
		lines,
		patterns,
		(day) => dayClassOf(day, new Map(named.map((one) => [one.day, one]))),
		zone
	);
const words = (duties: ReturnType<typeof weekOf>) =>
	duties.map(
		({ day, staffId, during }) =>
			`${day} ${staffId} ${clockOf(during.start, zone)}-${clockOf(during.end, zone)}`
	);

describe('the duties of a week', () => {
	it('come from named shifts, with their breaks', () => {
		const lines = [
			line(1, 'Li', 'one', 'early'),
			line(1, 'Fang', 'two', 'late'),
			line(6, 'Li', 'one', 'saturday')
		];
		expect(words(weekOf('2026-11-23', lines))).toEqual([
			'2026-11-23 Li 08:00-12:00',
			'2026-11-23 Li 13:00-16:30',
			'2026-11-23 Fang 10:00-17:30',
			'2026-11-28 Li 09:00-12:00'
		]);
	});
	it('are not worked on a holiday', () => {
		const holiday = { day: '2026-11-23', class: 'holiday', name: '假' } as const;
		expect(weekOf('2026-11-23', [line(1, 'Li', 'one', 'early')], [holiday])).toEqual([]);
	});
	it('of a worked Saturday are those of Friday, not those of a Saturday', () => {
		const worked = { day: '2026-11-28', class: 'makeup_workday', name: '调休' } as const;
		const lines = [line(5, 'Fang', 'two', 'late'), line(6, 'Li', 'one', 'saturday')];
		expect(words(weekOf('2026-11-23', lines, [worked]))).toEqual([
			'2026-11-27 Fang 10:00-17:30',
			'2026-11-28 Fang 10:00-17:30'
		]);
	});
	it('of a worked Sunday are those of Monday', () => {
		const worked = { day: '2026-11-29', class: 'makeup_workday', name: '调休' } as const;
		expect(words(weekOf('2026-11-23', [line(1, 'Fang', 'two', 'late')], [worked])).at(-1)).toBe(
			'2026-11-29 Fang 10:00-17:30'
		);
	});
});

describe('the duties of a day with other hours', () => {
	const duties = weekOf('2026-11-23', [line(1, 'Li', 'one', 'early'), line(2, 'Li', 'one', 'early')]);
	const on = (hours: { from: number; to: number } | null) =>
		words(cutToOpen(duties, ({ day }) => (day === '2026-11-23' ? { hours } : undefined), zone));

	it('are cut to them, and are none where the station is closed', () => {
		const tuesday = ['2026-11-24 Li 08:00-12:00', '2026-11-24 Li 13:00-16:30'];
		expect(on({ from: 540, to: 780 })).toEqual(['2026-11-23 Li 09:00-12:00', ...tuesday]);
		expect(on(null)).toEqual(tuesday);
	});
});

describe('two duties at a time', () => {
	it('are found for a colleague and for a desk, and not where one follows the other', () => {
		const two = (one: RosterLine, other: RosterLine) => doubled(weekOf('2026-11-23', [one, other]));
		expect(two(line(1, 'Li', 'one', 'early'), line(1, 'Li', 'two', 'late'))).toHaveLength(2);
		expect(two(line(1, 'Li', 'one', 'early'), line(1, 'Fang', 'one', 'late'))).toHaveLength(2);
		expect(two(line(1, 'Li', 'one', 'early'), line(1, 'Fang', 'two', 'late'))).toBeNull();
		expect(two(line(1, 'Li', 'one', 'early'), line(2, 'Li', 'one', 'early'))).toBeNull();
		expect(two(line(1, 'Li', null, 'early'), line(1, 'Fang', null, 'late'))).toBeNull();
		expect(two(line(1, 'Li', null, 'early'), line(1, 'Li', null, 'late'))).toHaveLength(2);
	});
});
