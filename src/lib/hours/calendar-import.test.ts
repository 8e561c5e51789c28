import { describe, expect, it } from 'vitest';
import { changesOf, type KeptDay } from './calendar-import.ts';

const year = (...days: [day: string, name: string, free?: boolean][]) => ({
	year: 2026,
	papers: [],
	days: days.map(([day, name, free = true]) => ({
		day,
		name,
		class: free ? ('holiday' as const) : ('makeup_workday' as const)
	}))
});
const kept = (day: string, name: string, source: KeptDay['source'] = 'announced'): KeptDay => ({
	day,
	name,
	class: 'holiday',
	source
});

describe('what bringing a year in changes', () => {
	it('is every day of a year that was unknown, with what its weekday said', () => {
		const changes = changesOf(year(['2026-01-01', '元旦'], ['2026-01-04', '元旦', false]), []);
		expect(changes.map(({ day, before, after }) => [day, before, after])).toEqual([
			['2026-01-01', 'workday', 'holiday'],
			['2026-01-04', 'rest', 'makeup_workday']
		]);
	});
	it('is nothing for the same year again', () => {
		expect(changesOf(year(['2026-01-01', '元旦']), [kept('2026-01-01', '元旦')])).toEqual([]);
	});
	it('takes back what is no longer announced, in that year alone', () => {
		const before = [kept('2026-01-02', '元旦'), kept('2025-12-31', '元旦')];
		expect(changesOf(year(['2026-01-01', '元旦']), before)).toEqual([
			{ day: '2026-01-01', name: '元旦', before: 'workday', after: 'holiday', kept: false },
			{ day: '2026-01-02', name: null, before: 'holiday', after: 'workday', kept: false }
		]);
	});
	it('leaves alone what the community says itself, and says so', () => {
		const [own] = changesOf(year(['2026-05-04', '劳动节', false]), [kept('2026-05-04', '社区日', 'own')]);
		expect(own).toMatchObject({ before: 'holiday', after: 'makeup_workday', kept: true });
		expect(changesOf(year(), [kept('2026-05-04', '社区日', 'own')])).toEqual([]);
	});
});
