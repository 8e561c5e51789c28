import type { AssignmentProblem } from '#lib/matching/assign/index.ts';

/** The first requests of a problem. */
export function firstOf(problem: AssignmentProblem, requests: number): AssignmentProblem {
	const arcs = problem.start[requests]!;
	return {
		...problem,
		requests,
		start: problem.start.subarray(0, requests + 1),
		volunteer: problem.volunteer.subarray(0, arcs),
		cost: problem.cost.subarray(0, arcs),
		demand: problem.demand.subarray(0, requests),
		unmatchedCost: problem.unmatchedCost.subarray(0, requests)
	};
}

/**
 * Gives the first requests of a problem with one more of it behind them. All are views of the same arrays, so that
 * making them leaves nothing to collect while they are solved; each is good until the next is asked for.
 */
export function oneMoreOf(all: AssignmentProblem, requests: number): (request: number) => AssignmentProblem {
	const grown = structuredClone(all);
	const end = grown.start[requests]!;
	return (request) => {
		const from = all.start[request]!;
		const to = all.start[request + 1]!;
		grown.start[requests + 1] = end + to - from;
		grown.volunteer.set(all.volunteer.subarray(from, to), end);
		grown.cost.set(all.cost.subarray(from, to), end);
		grown.demand[requests] = all.demand[request]!;
		grown.unmatchedCost[requests] = all.unmatchedCost[request]!;
		return firstOf(grown, requests + 1);
	};
}
