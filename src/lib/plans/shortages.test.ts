import { describe, expect, it } from 'vitest';
import { instantAt } from '#lib/shared/time.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import { shortagesOf, type Short } from './shortages.ts';

const zone = 'Asia/Shanghai';

/** Monday 23 November 2026, in local hours. */
function short(
	skill: SkillKey,
	from: string,
	to: string,
	more: Partial<Short> & { day?: string } = {}
): Short {
	const { day = '2026-11-23', missing = 1, gridId = null } = more;
	const windows = [{ start: instantAt(day, from, zone), end: instantAt(day, to, zone) }];
	return { request: { skill, windows, minutes: 60 }, missing, gridId };
}

describe('what a plan is short of', () => {
	it('is nothing where nothing is open', () => {
		expect(shortagesOf([], zone)).toEqual([]);
	});
	it('counts one newcomer for what he can do one after the other, with the way between', () => {
		const one = [short('plumbing', '08:00', '12:00'), short('plumbing', '08:00', '12:00')];
		expect(shortagesOf(one, zone)).toMatchObject([{ skill: 'plumbing', places: 2, people: 1 }]);
		const two = [short('plumbing', '08:00', '09:30'), short('plumbing', '08:00', '09:30')];
		expect(shortagesOf(two, zone)).toMatchObject([{ places: 2, people: 2 }]);
	});
	it('does not ask more of a newcomer than cards usually offer', () => {
		const all = Array.from({ length: 4 }, () => short('plumbing', '08:00', '20:00'));
		expect(shortagesOf(all, zone)).toMatchObject([{ places: 4, people: 2 }]);
	});
	it('needs different people for the places of one request', () => {
		expect(shortagesOf([short('plumbing', '08:00', '20:00', { missing: 3 })], zone)).toMatchObject([
			{ places: 3, people: 3 }
		]);
	});
	it('names the grid and the hours that most of them share, the greatest want first', () => {
		const all = [
			short('haircuts', '08:00', '10:00', { gridId: 'west' }),
			short('plumbing', '18:00', '20:00', { gridId: 'east' }),
			short('plumbing', '18:30', '20:00', { gridId: 'east' }),
			short('plumbing', '09:00', '11:00', { gridId: 'west', day: '2026-11-28' })
		];
		expect(shortagesOf(all, zone)).toEqual([
			{
				skill: 'plumbing',
				places: 3,
				people: 2,
				grid: { id: 'east', places: 2 },
				hours: { part: 'weekday_evening', places: 2 }
			},
			{
				skill: 'haircuts',
				places: 1,
				people: 1,
				grid: { id: 'west', places: 1 },
				hours: { part: 'weekday_morning', places: 1 }
			}
		]);
	});
	it('tells a Friday from a weekend', () => {
		const friday = short('plumbing', '08:00', '10:00', { day: '2026-11-27' });
		expect(shortagesOf([friday], zone)).toMatchObject([{ hours: { part: 'weekday_morning' } }]);
		const sunday = short('plumbing', '08:00', '10:00', { day: '2026-11-29' });
		expect(shortagesOf([sunday], zone)).toMatchObject([{ hours: { part: 'weekend_morning' } }]);
	});
	it('says nothing about hours where any will do, nor about a place on the telephone', () => {
		const any = {
			request: { skill: 'plumbing', windows: [], minutes: 30 },
			missing: 1,
			gridId: null
		} as const;
		expect(shortagesOf([any], zone)).toMatchObject([{ people: 1, grid: null, hours: null }]);
	});
});
