import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssignmentProblem } from './index.ts';
import { bruteForce, drawn, fixable, problems, proven } from './problem.fixture.ts';

const runs = { numRuns: 300 };
const wishes = fc.array(fc.nat(), { maxLength: 6 });

function rowsOf({ start, volunteer, cost }: AssignmentProblem): [number, number][][] {
	return Array.from({ length: start.length - 1 }, (_, request) =>
		Array.from({ length: start[request + 1]! - start[request]! }, (_, place) => [
			volunteer[start[request]! + place]!,
			cost[start[request]! + place]!
		])
	);
}

describe('for any problem', () => {
	it('the answer is as cheap as the best of all answers', () => {
		fc.assert(
			fc.property(problems(4, 4), (problem) => {
				expect(proven(problem).cost).toBe(bruteForce(problem));
			}),
			{ numRuns: 600 }
		);
	});
	it('what is fixed is kept, and the rest is the best that goes with it', () => {
		fc.assert(
			fc.property(problems(4, 4), wishes, (problem, wanted) => {
				const fixed = fixable(problem, wanted);
				const answer = proven(problem, { fixed });
				expect([...answer.arc]).toEqual(expect.arrayContaining([...fixed]));
				expect(answer.cost).toBe(bruteForce(problem, [...fixed]));
			}),
			runs
		);
	});
	it('the answer is proven, many or few', () => {
		fc.assert(
			fc.property(problems(40, 30), (problem) => {
				expect(() => proven(problem)).not.toThrow();
			}),
			runs
		);
	});
	it('the same problem has the same answer', () => {
		fc.assert(
			fc.property(problems(20, 15), (problem) => {
				expect(proven(problem)).toEqual(proven(structuredClone(problem)));
			}),
			{ numRuns: 50 }
		);
	});
	it('the order of requests and volunteers does not change the cost', () => {
		fc.assert(
			fc.property(problems(12, 10), fc.infiniteStream(fc.nat()), (problem, dice) => {
				const shuffle = (many: number) =>
					Array.from({ length: many }, (_, one) => ({ one, key: dice.next().value! }))
						.sort((one, other) => one.key - other.key)
						.map(({ one }) => one);
				const requests = shuffle(problem.requests);
				const volunteers = shuffle(problem.volunteers);
				const rows = rowsOf(problem);
				const turned = drawn({
					rows: requests.map((request) =>
						rows[request]!.map(([who, cost]): [number, number] => [volunteers.indexOf(who), cost]).sort(
							([one], [other]) => one - other
						)
					),
					volunteers: problem.volunteers,
					demand: requests.map((request) => problem.demand[request]!),
					open: requests.map((request) => problem.unmatchedCost[request]!),
					capacity: volunteers.map((who) => problem.capacity[who]!),
					step: volunteers.map((who) => problem.loadStep[who]!)
				});
				expect(proven(turned).cost).toBe(proven(problem).cost);
			}),
			runs
		);
	});
	it('a cost that rises never makes it cheaper', () => {
		fc.assert(
			fc.property(problems(12, 10), fc.nat(), fc.integer({ min: 1, max: 10_000 }), (problem, any, more) => {
				fc.pre(problem.cost.length > 0);
				const cost = problem.cost.slice();
				cost[any % cost.length]! += more;
				expect(proven({ ...problem, cost }).cost).toBeGreaterThanOrEqual(proven(problem).cost);
			}),
			runs
		);
	});
});

describe('for any problem, a warm start', () => {
	it('ends at the same cost after costs, demands and capacities have changed', () => {
		fc.assert(
			fc.property(problems(25, 20), wishes, wishes, (problem, wanted, changed) => {
				const warm = proven(problem);
				const other = structuredClone(problem);
				for (const any of changed) {
					if (any % 5 === 0 && other.cost.length) other.cost[any % other.cost.length] = any % 1_000;
					if (any % 5 === 1 && other.volunteers) other.capacity[any % other.volunteers] = any % 4;
					if (any % 5 === 2 && other.requests) other.demand[any % other.requests] = 1 + (any % 3);
					if (any % 5 === 3 && other.requests) other.unmatchedCost[any % other.requests] = any % 3_000;
					if (any % 5 === 4 && other.volunteers) other.loadStep[any % other.volunteers] = any % 200;
				}
				const fixed = fixable(other, wanted);
				expect(proven(other, { warm, fixed }).cost).toBe(proven(other, { fixed }).cost);
			}),
			{ numRuns: 500 }
		);
	});
	it('may begin with any prices', () => {
		const prices = fc.array(fc.oneof(fc.nat(10), fc.nat(1_000_000)), { minLength: 20, maxLength: 20 });
		fc.assert(
			fc.property(problems(25, 20), prices, wishes, (problem, price, arcs) => {
				const warm = { arc: Int32Array.from(arcs), cost: 0, price: Float64Array.from(price) };
				expect(proven(problem, { warm }).cost).toBe(proven(problem).cost);
			}),
			runs
		);
	});
});
