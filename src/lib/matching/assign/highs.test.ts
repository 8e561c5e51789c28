import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highsSolver } from './highs.fixture.ts';
import { problems, proven } from './problem.fixture.ts';

describe('beside a solver of linear programs', () => {
	it('the cost is the same, demand and load steps included', async () => {
		const highs = await highsSolver();
		fc.assert(
			fc.property(problems(60, 40), (problem) => {
				fc.pre(problem.requests > 0 && problem.volunteers > 0);
				expect(proven(problem).cost).toBe(highs(problem));
			}),
			{ numRuns: 60 }
		);
	});
});
