import { describe, expect, it } from 'vitest';
import { scarceGrids } from './scarcity.ts';

const grid = (gridId: string, volunteers: number, requests: number) => ({ gridId, volunteers, requests });
const scarce = (...grids: ReturnType<typeof grid>[]) => [...scarceGrids(grids)];

describe('a grid has few volunteers', () => {
	it('where there are fewer for each open request than in the middle one', () => {
		expect(scarce(grid('rich', 30, 2), grid('middle', 10, 1), grid('poor', 9, 3))).toEqual(['poor']);
		expect(scarce(grid('a', 8, 1), grid('b', 6, 1), grid('c', 2, 1), grid('d', 0, 1))).toEqual(['c', 'd']);
	});
	it('and nowhere, where all are alike, or only one wants help', () => {
		expect(scarce(grid('a', 4, 2), grid('b', 2, 1))).toEqual([]);
		expect(scarce(grid('a', 0, 2), grid('quiet', 20, 0))).toEqual([]);
		expect(scarce()).toEqual([]);
	});
});
