import type { AssignmentProblem } from '#lib/matching/assign/index.ts';

/** The first requests of a problem. */
export function firstOf(problem: AssignmentProblem, requests: number): AssignmentProblem {
	const arcs = problem.start[requests]!;
	return {
		...problem,
		requests,
		start: problem.start.slice(0, requests + 1),
		volunteer: problem.volunteer.slice(0, arcs),
		cost: problem.cost.slice(0, arcs),
		demand: problem.demand.slice(0, requests),
		unmatchedCost: problem.unmatchedCost.slice(0, requests)
	};
}

/** A problem with one more request, which comes last: one of another problem with the same volunteers. */
export function withRequest(
	problem: AssignmentProblem,
	other: AssignmentProblem,
	request: number
): AssignmentProblem {
	const from = other.start[request]!;
	const to = other.start[request + 1]!;
	return {
		...problem,
		requests: problem.requests + 1,
		start: joined(problem.start, [problem.volunteer.length + to - from]),
		volunteer: joined(problem.volunteer, other.volunteer.subarray(from, to)),
		cost: joined(problem.cost, other.cost.subarray(from, to)),
		demand: joined(problem.demand, [other.demand[request]!]),
		unmatchedCost: joined(problem.unmatchedCost, [other.unmatchedCost[request]!])
	};
}

function joined(one: Int32Array, other: ArrayLike<number>): Int32Array {
	const both = new Int32Array(one.length + other.length);
	both.set(one);
	both.set(other, one.length);
	return both;
}
