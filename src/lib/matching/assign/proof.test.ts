import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign, lowerBound } from './index.ts';
import { bruteForce, drawn, fixable, problems } from './problem.fixture.ts';

describe('the lower bound', () => {
	it('is never above the best answer, whatever the prices', () => {
		const prices = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 2_000, noNaN: true })), {
			minLength: 4,
			maxLength: 4
		});
		const wishes = fc.array(fc.nat(), { maxLength: 4 });
		fc.assert(
			fc.property(problems(4, 4), prices, wishes, (problem, price, wanted) => {
				const fixed = fixable(problem, wanted);
				const bound = lowerBound(problem, Float64Array.from(price), fixed);
				expect(bound).toBeLessThanOrEqual(bruteForce(problem, [...fixed]) + 1e-6);
			}),
			{ numRuns: 400 }
		);
	});
	it('meets the cost at the right prices and falls away from it at others', () => {
		const problem = drawn({ rows: [[[0, 10]], [[0, 30]]], volunteers: 1 });
		const { cost, price } = assign(problem);
		expect(cost).toBe(1_010);
		expect(lowerBound(problem, price)).toBe(1_010);
		expect(lowerBound(problem, Float64Array.of(0))).toBe(40);
		expect(lowerBound(problem, Float64Array.of(2_000))).toBe(0);
	});
	it('knows what is fixed and what the next tasks of a volunteer weigh', () => {
		const problem = drawn({ rows: [[[0, 10]], [[0, 30]]], volunteers: 1, capacity: [2], step: [7] });
		const fixed = Int32Array.of(1);
		expect(lowerBound(problem, Float64Array.of(7), fixed)).toBe(30 + 17);
		expect(assign(problem, { fixed }).cost).toBe(47);
	});
});
