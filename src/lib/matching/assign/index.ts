import { adopt, settle } from './adopt.ts';
import { answerOf } from './answer.ts';
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
	const { market: solved, plan } =
		(options.warm && warmStart(market, options, options.warm)) ?? coldStart(market, options);
	options.onProgress?.(1);
	return answerOf(problem, solved, plan, fixed);
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
