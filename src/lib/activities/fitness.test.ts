import { describe, expect, it } from 'vitest';
import { fitnessOf, longestFitness, mostFitness, unstated } from './fitness.ts';

describe('what is asked of fitness', () => {
	it('is what was chosen and what the leader wrote, each once, and not without end', () => {
		expect(fitnessOf(['heart', 'walk'], ' 会游泳 \n\n会游泳\nheart')).toEqual(['heart', 'walk', '会游泳']);
		const lines = Array.from({ length: 20 }, (_, at) => `${at}${'长'.repeat(99)}`);
		const long = fitnessOf([], lines.join('\n'));
		expect(long).toHaveLength(mostFitness);
		expect(long[0]).toHaveLength(longestFitness);
	});
	it('is stated piece by piece', () => {
		expect(unstated(['heart', '会游泳'], ['heart'])).toEqual(['会游泳']);
		expect(unstated(['heart'], ['heart', 'walk'])).toEqual([]);
		expect(unstated([], [])).toEqual([]);
	});
});
