import { adopt, settle } from './adopt.ts';
import { auction } from './auction.ts';
import { checkProblem } from './check.ts';
import { complete, restOf } from './complete.ts';
import { openMarket, type Market } from './market.ts';
import { emptyPlan, type Plan } from './plan.ts';
import type { Assignment, AssignmentProblem, AssignOptions } from './problem.ts';
import { sortRows } from './rows.ts';
import { watching } from './watch.ts';

export type { Assignment, AssignmentProblem, AssignOptions } from './problem.ts';
export { lowerBound } from './proof.ts';

const none = new Int32Array(0);

/** So many places may be searched for one by one however small the problem. */
const fewChanges = 20;

/**
 * The cheapest assignment, with prices that prove it: its cost is `lowerBound(problem, price, fixed)`. The same problem
 * and options always give the same answer.
 * @throws RangeError naming the entry that makes the problem invalid, or too big to be solved exactly
 * @throws DOMException `AbortError` once `cancelled` says so
 */
export function assign(problem: AssignmentProblem, options: AssignOptions = {}): Assignment {
	checkProblem(problem);
	const fixed = options.fixed ?? none;
	const market = openMarket(problem, fixed);
	const solved = (options.warm && warmStart(market, options, options.warm)) ?? coldStart(market, options);
	options.onProgress?.(1);
	return answer(problem, solved, fixed);
}

interface Solved {
	market: Market;
	plan: Plan;
}

/** Gives up where too little is left of the old answer. */
function warmStart(market: Market, options: AssignOptions, warm: Assignment): Solved | undefined {
	const plan = emptyPlan(market);
	adopt(market, plan, warm.price, warm.arc);
	settle(market, plan);
	const rest = restOf(market, plan);
	if (rest.columns.length + rest.units.length > fewChanges + plan.arcOf.length / 50) {
		for (const arc of plan.arcOf) if (arc >= 0) market.held[arc] = 0;
		return undefined;
	}
	complete(market, plan, rest, watching(options, 0, 1));
	return { market, plan };
}

function coldStart(unsorted: Market, options: AssignOptions): Solved {
	const market = sortRows(unsorted);
	const plan = auction(market, watching(options, 0, 0.9));
	for (let column = 0; column < plan.price.length; column++)
		plan.price[column] = Math.round(plan.price[column]!);
	settle(market, plan);
	complete(market, plan, restOf(market, plan), watching(options, 0.9, 1));
	return { market, plan };
}

function answer(problem: AssignmentProblem, { market, plan }: Solved, fixed: Int32Array): Assignment {
	const arc = chosenArcs(market, plan, fixed);
	return { arc, cost: costOf(problem, arc), price: finite(plan.price, problem.unmatchedCost) };
}

function chosenArcs(market: Market, plan: Plan, fixed: Int32Array): Int32Array {
	const arcs = new Int32Array(plan.arcOf.length + fixed.length);
	arcs.set(fixed);
	const chosen = arcs.slice(0, writeArcs(market, plan, arcs, fixed.length));
	return isAscending(chosen) ? chosen : chosen.sort();
}

/** @returns up to where they reach */
function writeArcs({ arcName }: Market, { arcOf }: Plan, arcs: Int32Array, from: number): number {
	let end = from;
	for (let unit = 0; unit < arcOf.length; unit++) {
		const arc = arcOf[unit]!;
		if (arc >= 0) arcs[end++] = arcName ? arcName[arc]! : arc;
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
