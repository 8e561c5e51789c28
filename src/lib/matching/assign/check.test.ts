import { describe, expect, it } from 'vitest';
import { assign, type AssignmentProblem } from './index.ts';
import { drawn } from './problem.fixture.ts';

const good = drawn({
	rows: [
		[
			[0, 1],
			[2, 2]
		],
		[[1, 3]]
	],
	volunteers: 3
});

const highest = 2 ** 31 - 1;

function thrown(change: Partial<AssignmentProblem>, fixed?: number[]): string {
	try {
		assign({ ...good, ...change }, fixed && { fixed: Int32Array.from(fixed) });
	} catch (error) {
		if (error instanceof RangeError) return error.message;
	}
	return 'nothing';
}

describe('a problem that is none', () => {
	it.each<[Partial<AssignmentProblem>, string]>([
		[{ requests: -1 }, 'requests = -1'],
		[{ volunteers: 2.5 }, 'volunteers = 2.5'],
		[{ start: Int32Array.of(0, 2) }, 'start has 2 entries'],
		[{ start: Int32Array.of(1, 2, 3) }, 'start[0] = 1'],
		[{ start: Int32Array.of(0, 2, 1) }, 'start[2] = 1'],
		[{ start: Int32Array.of(0, 9, 9) }, 'start[1] = 9'],
		[{ start: Int32Array.of(0, 2, 2) }, 'start[2] = 2'],
		[{ volunteer: Int32Array.of(0, 3, 1) }, 'volunteer[1] = 3 of request 0'],
		[{ volunteer: Int32Array.of(-1, 2, 1) }, 'volunteer[0] = -1 of request 0'],
		[{ volunteer: Int32Array.of(2, 0, 1) }, 'volunteer[1] = 0 of request 0 is not in ascending order'],
		[{ volunteer: Int32Array.of(2, 2, 1) }, 'volunteer[1] = 2 of request 0 comes twice'],
		[{ cost: Int32Array.of(1, 2) }, 'cost has 2 entries, not 3'],
		[{ cost: Int32Array.of(1, -2, 3) }, 'cost[1] = -2'],
		[{ demand: Int32Array.of(1, 0) }, 'demand[1] = 0'],
		[{ unmatchedCost: Int32Array.of(-7, 0) }, 'unmatchedCost[0] = -7'],
		[{ unmatchedCost: Int32Array.of(7) }, 'unmatchedCost has 1 entries'],
		[{ capacity: Int32Array.of(0, 0, -1) }, 'capacity[2] = -1'],
		[{ loadStep: Int32Array.of(0, -9, 1) }, 'loadStep[1] = -9']
	])('is refused, and the entry named: %o', (change, message) => {
		expect(thrown(change)).toContain(message);
	});
	it('is refused where its sums would not be exact', () => {
		const demand = Int32Array.of(1, highest);
		expect(thrown({ demand, cost: Int32Array.of(1, 2, highest) })).toContain('cost[2]');
		expect(thrown({ demand, unmatchedCost: Int32Array.of(1, 2 ** 21) })).toContain('unmatchedCost[1]');
		const rows = Array.from({ length: 3_000 }, () => [[0, 1] as [number, number]]);
		const heavy = drawn({ rows, volunteers: 1, capacity: [highest], step: [2 ** 29] });
		expect(() => assign(heavy)).toThrow('loadStep[0]');
		expect(() => assign({ ...heavy, capacity: Int32Array.of(2) })).not.toThrow();
		expect(
			thrown({ loadStep: new Int32Array(3).fill(highest), capacity: new Int32Array(3).fill(highest) })
		).toBe('nothing');
	});
	it.each([
		[[-1], 'fixed[0] = -1 is not an arc'],
		[[1, 3], 'fixed[1] = 3 is not an arc'],
		[[2, 2], 'fixed[1] = 2 comes twice'],
		[[0, 1], 'fixed[1] = 1 is beyond the demand of request 0']
	])('fixes what cannot be: %o', (fixed, message) => {
		expect(thrown({}, fixed)).toContain(message);
	});
	it('fixes a volunteer who has no time', () => {
		const capacity = Int32Array.of(1, 0, 1);
		expect(thrown({ capacity }, [2])).toContain('fixed[0] = 2 is beyond the capacity of volunteer 1');
	});
});
