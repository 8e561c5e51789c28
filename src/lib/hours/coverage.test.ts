import { describe, expect, it } from 'vitest';
import { coverageOf } from './coverage.ts';

const open = [{ from: 480, to: 1050 }];
const early = [
	{ from: 480, to: 720 },
	{ from: 810, to: 990 }
];
const late = [
	{ from: 540, to: 720 },
	{ from: 810, to: 1050 }
];
const noon = [
	{ from: 570, to: 840 },
	{ from: 870, to: 1020 }
];

describe('how a day is staffed', () => {
	it('counts the minutes before, between and after the old office hours, of each colleague', () => {
		expect(coverageOf('workday', open, [...early, ...noon, ...late])).toEqual({
			early: 30,
			noon: 90,
			late: 30,
			rest: 0,
			gaps: []
		});
		expect(coverageOf('workday', open, [...early, ...early]).early).toBe(60);
	});
	it('names the hours at which the station is open and nobody is there', () => {
		expect(coverageOf('workday', open, [...early, ...late]).gaps).toEqual([{ from: 720, to: 810 }]);
		expect(coverageOf('workday', open, late).gaps).toEqual([
			{ from: 480, to: 540 },
			{ from: 720, to: 810 }
		]);
		expect(coverageOf('workday', open, []).gaps).toEqual(open);
		expect(coverageOf('workday', [], late).gaps).toEqual([]);
	});
	it('counts all of a Saturday, and a worked Saturday as a working day', () => {
		const saturday = [{ from: 540, to: 720 }];
		expect(coverageOf('rest', saturday, saturday)).toEqual({
			early: 0,
			noon: 0,
			late: 0,
			rest: 180,
			gaps: []
		});
		expect(coverageOf('makeup_workday', open, saturday)).toMatchObject({ early: 0, rest: 0 });
	});
});
