import { munkres } from 'munkres';
import type { AssignmentProblem } from '#lib/matching/assign/index.ts';
import type { Opponent } from '../lemon/lemon.ts';

/** Costs more than any answer. */
const never = 1e9;

/**
 * munkres on the whole matrix, for demand 1 and no load steps.
 * @param matrix `any`: requests × (places, and one column for each request's staying open). `smallest`: requests × places
 *   alone, where a place that a request may not have costs what staying open does, which is right as long as there are
 *   no fewer places than requests
 */
export function munkresOn(problem: AssignmentProblem, matrix: 'any' | 'smallest'): Opponent {
	const owner: number[] = [];
	problem.capacity.forEach((places, who) => owner.push(...new Array<number>(places).fill(who)));
	const rows = Array.from({ length: problem.requests }, (_, request) => {
		const costs = new Map<number, number>();
		for (let arc = problem.start[request]!; arc < problem.start[request + 1]!; arc++)
			costs.set(problem.volunteer[arc]!, problem.cost[arc]!);
		const open = problem.unmatchedCost[request]!;
		if (matrix === 'smallest') return owner.map((who) => Math.min(costs.get(who) ?? open, open));
		const others = Array.from({ length: problem.requests }, (_, other) => (other === request ? open : never));
		return [...owner.map((who) => costs.get(who) ?? never), ...others];
	});
	return {
		solve() {
			const before = performance.now();
			const pairs = munkres(rows);
			const ms = performance.now() - before;
			return Promise.resolve({
				ms,
				cost: pairs.reduce((sum, [row, column]) => sum + rows[row]![column]!, 0)
			});
		},
		end: () => undefined
	};
}
