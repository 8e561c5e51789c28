import { describe, expect, test } from 'vitest';
import { defaultWeights, mostPoints, readWeights, weightNames, weightRange } from './weights.ts';

describe('reading weights', () => {
	test('what was stored comes back', () => {
		expect(readWeights(JSON.parse(JSON.stringify(defaultWeights)))).toEqual(defaultWeights);
	});

	test('every weight may stand at either end of its range', () => {
		for (const name of weightNames) {
			const { min, max } = weightRange(name);
			expect(readWeights({ ...defaultWeights, [name]: min })[name]).toBe(min);
			expect(readWeights({ ...defaultWeights, [name]: max })[name]).toBe(max);
		}
	});

	test('a version from before a weight existed has its default', () => {
		const { likelihood, offersPerWeek, ...older } = { ...defaultWeights, newFace: 7 };
		expect(readWeights(older)).toEqual({ ...older, likelihood, offersPerWeek });
	});

	test.each([
		['missing', { ...defaultWeights, loadStep: undefined }, 'loadStep'],
		['negative', { ...defaultWeights, newFace: -1 }, 'newFace'],
		['broken', { ...defaultWeights, newFace: 1.5 }, 'newFace'],
		['a word', { ...defaultWeights, newFace: '300' }, 'newFace'],
		['no number', { ...defaultWeights, newFace: NaN }, 'newFace'],
		['too large', { ...defaultWeights, newFace: mostPoints + 1 }, 'newFace'],
		['nothing to divide by', { ...defaultWeights, dropOutPrior: 0 }, 'dropOutPrior'],
		['newer and strange', { ...defaultWeights, offersPerWeek: 0 }, 'offersPerWeek'],
		['unknown', { ...defaultWeights, partyMember: 5 }, 'partyMember']
	])('a weight that is %s is named', (_, value, name) => {
		expect(() => readWeights(value)).toThrow(
			expect.objectContaining({
				code: 'invalid',
				detail: 'weights',
				params: expect.objectContaining({ name })
			})
		);
	});

	test.each([null, undefined, 7, 'weights', []])('%j is no set of weights', (value) => {
		expect(() => readWeights(value)).toThrow('invalid');
	});
});
