import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDays } from '#lib/shared/time.ts';
import { dayClassOf, hoursClassOf, readAnnouncedYear, type NamedDay } from './calendar.ts';

const byDay = (days: readonly NamedDay[]) => new Map(days.map((one) => [one.day, one]));
const file = (days: object[], more: object = {}) =>
	JSON.stringify({ year: 2026, papers: ['x'], days, ...more });
const newYear = { name: '元旦', date: '2026-01-01', isOffDay: true };

describe('the class of a day', () => {
	it('is what its weekday says where nothing else is known', () => {
		expect(dayClassOf('2027-03-05', new Map())).toBe('workday');
		expect(dayClassOf('2027-03-06', new Map())).toBe('rest');
		expect(dayClassOf('2027-03-07', new Map())).toBe('rest');
	});
	it('is what was announced, and a worked Sunday has the hours of a workday', () => {
		const { days } = readAnnouncedYear(file([newYear, { ...newYear, date: '2026-01-04', isOffDay: false }]));
		expect(dayClassOf('2026-01-01', byDay(days))).toBe('holiday');
		expect(dayClassOf('2026-01-04', byDay(days))).toBe('makeup_workday');
		expect(hoursClassOf('makeup_workday')).toBe('workday');
		expect(hoursClassOf('holiday')).toBe('holiday');
	});
});

describe('an announced year', () => {
	it.each([
		['no JSON', 'year: 2026', 'file'],
		['a list', '[]', 'year'],
		['no year', file([], { year: '2026' }), 'year'],
		['no days', JSON.stringify({ year: 2026 }), 'days'],
		['a day that there is not', file([{ ...newYear, date: '2026-02-30' }]), 'days[0].date'],
		['a day twice', file([newYear, newYear]), 'days[1].date'],
		['a day without a name', file([{ ...newYear, name: '' }]), 'days[0].name'],
		['a day that is neither', file([{ ...newYear, isOffDay: 1 }]), 'days[0].isOffDay']
	])('with %s is refused with the place', (_, text, at) => {
		expect(() => readAnnouncedYear(text)).toThrow(
			expect.objectContaining({ detail: 'calendar', params: { at } })
		);
	});
});

const announced = resolve('../shared/data/holiday-cn/2026.json');

describe.skipIf(!existsSync(announced))('the year 2026 as announced', () => {
	const { year, days } = existsSync(announced)
		? readAnnouncedYear(readFileSync(announced, 'utf8'))
		: { year: 0, days: [] };
	const known = byDay(days);
	const count = (from: string, days: number) => Array.from({ length: days }, (_, at) => addDays(from, at));

	// 国办发明电〔2025〕7号, 国务院办公厅关于2026年部分节假日安排的通知
	it.each([
		['元旦', count('2026-01-01', 3)],
		['春节', count('2026-02-15', 9)],
		['清明节', count('2026-04-04', 3)],
		['劳动节', count('2026-05-01', 5)],
		['端午节', count('2026-06-19', 3)],
		['中秋节', count('2026-09-25', 3)],
		['国庆节', count('2026-10-01', 7)]
	])('%s is free', (name, free) => {
		const named = days.filter((one) => one.name === name && one.class === 'holiday').map(({ day }) => day);
		expect(named).toEqual(free);
		expect(free.map((day) => dayClassOf(day, known))).toEqual(free.map(() => 'holiday'));
	});
	it('has six worked weekends', () => {
		expect(year).toBe(2026);
		const worked = days.filter((one) => one.class === 'makeup_workday').map(({ day }) => day);
		expect(worked).toEqual([
			'2026-01-04',
			'2026-02-14',
			'2026-02-28',
			'2026-05-09',
			'2026-09-20',
			'2026-10-10'
		]);
	});
});
