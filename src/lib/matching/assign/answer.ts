import { arcTo } from './lookup.ts';
import type { Market } from './market.ts';
import type { Plan } from './plan.ts';
import type { Assignment, AssignmentProblem } from './problem.ts';

/** What an optimal plan is in the words of the problem. */
export function answerOf(
	problem: AssignmentProblem,
	market: Market,
	plan: Plan,
	fixed: Int32Array
): Assignment {
	const arc = chosenArcs(problem, market, plan, fixed);
	return { arc, cost: costOf(problem, arc), price: finite(plan.price, problem.unmatchedCost) };
}

function chosenArcs(problem: AssignmentProblem, market: Market, plan: Plan, fixed: Int32Array): Int32Array {
	const arcs = new Int32Array(plan.arcOf.length + fixed.length);
	arcs.set(fixed);
	const chosen = arcs.slice(0, writeArcs(problem, market, plan, arcs, fixed.length));
	return isAscending(chosen) ? chosen : chosen.sort();
}

/** @returns up to where they reach */
function writeArcs(
	problem: AssignmentProblem,
	market: Market,
	{ arcOf }: Plan,
	arcs: Int32Array,
	from: number
): number {
	const sorted = market.column !== problem.volunteer;
	let end = from;
	for (let unit = 0; unit < arcOf.length; unit++) {
		const arc = arcOf[unit]!;
		if (arc >= 0) arcs[end++] = sorted ? arcTo(problem, market.rowOf[unit]!, market.column[arc]!) : arc;
	}
	return end;
}

/** Where there is no slot no price is too high; what any request would pay at most is enough. */
function finite(price: Float64Array, unmatchedCost: Int32Array): Float64Array {
	if (!price.includes(Infinity)) return price;
	const most = unmatchedCost.reduce((found, cost) => Math.max(found, cost), 0);
	return price.map((asked) => (asked === Infinity ? most : asked));
}

function isAscending(arcs: Int32Array): boolean {
	for (let at = 1; at < arcs.length; at++) if (arcs[at]! < arcs[at - 1]!) return false;
	return true;
}

function costOf(problem: AssignmentProblem, chosen: Int32Array): number {
	return costOfArcs(problem, chosen, new Int32Array(problem.volunteers)) + costOfOpen(problem, chosen);
}

function costOfArcs({ volunteer, cost, loadStep }: AssignmentProblem, chosen: Int32Array, tasks: Int32Array) {
	let total = 0;
	for (let at = 0; at < chosen.length; at++) {
		const arc = chosen[at]!;
		const who = volunteer[arc]!;
		total += cost[arc]! + loadStep[who]! * tasks[who]!++;
	}
	return total;
}

function costOfOpen(
	{ requests, start, demand, unmatchedCost }: AssignmentProblem,
	chosen: Int32Array
): number {
	let total = 0;
	for (let request = 0, at = 0; request < requests; request++) {
		const first = at;
		while (at < chosen.length && chosen[at]! < start[request + 1]!) at++;
		total += (demand[request]! - (at - first)) * unmatchedCost[request]!;
	}
	return total;
}
