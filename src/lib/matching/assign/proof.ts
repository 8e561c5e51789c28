import type { AssignmentProblem } from './problem.ts';

/**
 * A cost that no assignment can be below, for any prices ≥ 0 (weak duality). An answer is the optimum when its cost is
 * less than 1 above the bound of its own prices, since costs are whole numbers. Nothing here is used by the solver.
 *
 * With f the numbers already fixed: the fixed costs, and for each request the cheapest ways to fill its open demand
 * when each volunteer costs his price more, less what the volunteers' places are worth at these prices.
 * @param fixed arcs that must be in the assignment
 */
export function lowerBound(problem: AssignmentProblem, price: Float64Array, fixed?: Int32Array): number {
	const held = new Uint8Array(problem.volunteer.length);
	const taken = new Int32Array(problem.volunteers);
	const arcs = new Int32Array(problem.volunteers);
	let bound = 0;
	for (const arc of fixed ?? []) {
		held[arc] = 1;
		bound += problem.cost[arc]!;
		taken[problem.volunteer[arc]!]!++;
	}
	for (let request = 0; request < problem.requests; request++)
		bound += cheapest(problem, price, held, request);
	for (let arc = 0; arc < problem.volunteer.length; arc++) arcs[problem.volunteer[arc]!]!++;
	for (let who = 0; who < problem.volunteers; who++) {
		const places = Math.min(problem.capacity[who]!, arcs[who]!);
		const step = problem.loadStep[who]!;
		bound += (step * taken[who]! * (taken[who]! - 1)) / 2;
		for (let place = taken[who]!; place < places && price[who]! > place * step; place++)
			bound -= price[who]! - place * step;
	}
	return bound;
}

/** What the open demand of a request costs at least: its smallest sums of cost and price, or being left open. */
function cheapest(
	problem: AssignmentProblem,
	price: Float64Array,
	held: Uint8Array,
	request: number
): number {
	const open = problem.unmatchedCost[request]!;
	let demand = problem.demand[request]!;
	const sums: number[] = [];
	for (let arc = problem.start[request]!; arc < problem.start[request + 1]!; arc++) {
		const sum = problem.cost[arc]! + price[problem.volunteer[arc]!]!;
		if (held[arc]) demand--;
		else if (sum < open) sums.push(sum);
	}
	if (demand <= 0) return 0;
	if (demand === 1) return sums.reduce((least, sum) => Math.min(least, sum), open);
	const best = sums.sort((one, other) => one - other).slice(0, demand);
	return best.reduce((total, sum) => total + sum, 0) + (demand - best.length) * open;
}
