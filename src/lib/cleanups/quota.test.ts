import { describe, expect, it } from 'vitest';
import { areaTurnout, shortOf, sumOf, teamTurnout, uncovered, type ListedFacts } from './quota.ts';

const at = (clock: string) => new Date(`2026-11-28T${clock}:00+08:00`);
const day = { start: at('08:30'), end: at('11:00') };
const team = { id: 'unit', areaId: 'east', promised: 5, counted: null, countedMinutes: null };
const listed = (teamId: string | null, came?: string, left?: string): ListedFacts => ({
	areaId: 'east',
	teamId,
	cameAt: came ? at(came) : null,
	leftAt: left ? at(left) : null
});

describe('a quota', () => {
	it('is what a team promised, or those on its list where they are more', () => {
		const two = [listed('unit'), listed('unit')];
		expect(teamTurnout(team, two, day).promised).toBe(5);
		expect(teamTurnout({ ...team, promised: 1 }, two, day).promised).toBe(2);
	});

	it('is met by those who checked in and those who were counted', () => {
		const turnout = teamTurnout(
			{ ...team, counted: 3, countedMinutes: 150 },
			[listed('unit', '09:00'), listed('unit', '08:00', '10:00'), listed('unit')],
			day
		);
		expect(turnout).toEqual({ promised: 5, here: 4, came: 5, minutes: 3 * 150 + 120 + 90 });
		expect(shortOf(5, turnout.came)).toBe(0);
		expect(shortOf(5, 2)).toBe(3);
	});
});

describe('an area', () => {
	it('has its teams and who comes by himself, each once', () => {
		const list = [listed(null, '09:00'), listed(null), listed('unit', '10:00')];
		const other = { ...team, id: 'elsewhere', areaId: 'west', promised: 90 };
		expect(areaTurnout('east', [team, other], list, day)).toEqual({
			promised: 7,
			here: 2,
			came: 2,
			minutes: 120 + 60
		});
		const all = ['east', 'west'].map((id) => areaTurnout(id, [team, other], list, day));
		expect(sumOf(all).promised).toBe(97);
	});

	it('is left uncovered where nobody comes, as is a building in no area', () => {
		const areas = [
			{ id: 'east', needed: 5, buildingIds: ['1', '2'] },
			{ id: 'west', needed: 5, buildingIds: ['3'] },
			{ id: 'yard', needed: 5, buildingIds: [] }
		];
		const alone = [{ areaId: 'yard' }];
		expect(uncovered(['1', '2', '3', '4'], areas, [team], alone)).toEqual({
			buildings: ['4'],
			areas: ['west']
		});
	});
});
