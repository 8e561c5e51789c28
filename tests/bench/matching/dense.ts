import { munkres } from 'munkres';
import type { AssignmentProblem } from '#lib/matching/assign/index.ts';
import type { Opponent } from '../lemon/lemon.ts';

/**
 * munkres on the whole matrix, requests × places; a place that a request may not have costs what leaving it open does.
 * For demand 1, no load steps, and no fewer places than requests.
 */
export function munkresOn(problem: AssignmentProblem): Opponent {
	const owner: number[] = [];
	problem.capacity.forEach((places, who) => owner.push(...new Array<number>(places).fill(who)));
	const matrix = Array.from({ length: problem.requests }, (_, request) => {
		const costs = new Map<number, number>();
		for (let arc = problem.start[request]!; arc < problem.start[request + 1]!; arc++)
			costs.set(problem.volunteer[arc]!, problem.cost[arc]!);
		const open = problem.unmatchedCost[request]!;
		return owner.map((who) => Math.min(costs.get(who) ?? open, open));
	});
	return {
		solve() {
			const before = performance.now();
			const pairs = munkres(matrix);
			const ms = performance.now() - before;
			return Promise.resolve({
				ms,
				cost: pairs.reduce((sum, [row, column]) => sum + matrix[row]![column]!, 0)
			});
		},
		end: () => undefined
	};
}
