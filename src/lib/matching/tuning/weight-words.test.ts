import { expect, it } from 'vitest';
import { defaultWeights, weightNames } from '../weights.ts';
import { changeLines, weightGroups, weightName, worthWords } from './weight-words.ts';

it('every weight stands in one group, under a name of its own', () => {
	const shown = weightGroups.flatMap(({ names }) => names);
	expect([...shown].sort()).toEqual([...weightNames].sort());
	expect(new Set(shown.map(weightName)).size).toBe(weightNames.length);
});

it('points are worth so much of the way', () => {
	expect(worthWords('newFace', 300, 100)).toMatch(/300 米/);
	expect(worthWords('newFace', 300, 20)).toMatch(/1.5 公里/);
	expect(worthWords('newFace', 300, 0)).toBeNull();
	expect(worthWords('newFace', Number.NaN, 100)).toBeNull();
	expect(worthWords('offersPerWeek', 4, 100)).toBeNull();
});

it('what was changed is said with both values, and nothing where nothing was', () => {
	expect(changeLines(defaultWeights, defaultWeights)).toEqual([]);
	const changed = { ...defaultWeights, loadStep: 90 };
	expect(changeLines(defaultWeights, changed)).toEqual(['本月每多一次任务 80 → 90']);
});
