import { adopt, complete } from './adopt.ts';
import { checkProblem } from './check.ts';
import { openMarket, type Market } from './market.ts';
import { emptyPlan, type Plan } from './plan.ts';
import type { Assignment, AssignmentProblem, AssignOptions } from './problem.ts';

export type { Assignment, AssignmentProblem, AssignOptions } from './problem.ts';
export { lowerBound } from './proof.ts';

const none = new Int32Array(0);

/**
 * The cheapest assignment, with prices that prove it: its cost is `lowerBound(problem, price, fixed)`. The same problem
 * and options always give the same answer.
 * @throws RangeError naming the entry that makes the problem invalid, or too big to be solved exactly
 * @throws DOMException `AbortError` once `cancelled` says so
 */
export function assign(problem: AssignmentProblem, options: AssignOptions = {}): Assignment {
	checkProblem(problem);
	const { fixed = none, warm } = options;
	const market = openMarket(problem, fixed);
	const plan = emptyPlan(market);
	const price = new Float64Array(market.columns);
	warm?.price.subarray(0, price.length).forEach((asked, column) => {
		if (asked > 0 && asked < 2 ** 31) price[column] = Math.round(asked);
	});
	adopt(market, plan, price, warm?.arc ?? none);
	const cancelled = () => {
		if (options.cancelled?.()) throw new DOMException('The work was cancelled', 'AbortError');
	};
	cancelled();
	complete(market, plan, (done, all) => {
		if (done % 256 !== 0) return;
		cancelled();
		options.onProgress?.(done / all);
	});
	options.onProgress?.(1);
	return answer(problem, market, plan, fixed);
}

function answer(problem: AssignmentProblem, market: Market, plan: Plan, fixed: Int32Array): Assignment {
	const arc = plan.arcOf.filter((one) => one >= 0);
	const chosen = new Int32Array(arc.length + fixed.length);
	chosen.set(fixed);
	chosen.set(arc, fixed.length);
	chosen.sort();
	const closed = problem.unmatchedCost.reduce((most, cost) => Math.max(most, cost), 0);
	const price = plan.price.map((asked) => (asked === Infinity ? closed : asked));
	return { arc: chosen, cost: costOf(problem, chosen), price };
}

function costOf(problem: AssignmentProblem, chosen: Int32Array): number {
	const tasks = new Int32Array(problem.volunteers);
	let total = 0;
	let arc = 0;
	for (let request = 0; request < problem.requests; request++) {
		let open = problem.demand[request]!;
		for (; chosen[arc]! < problem.start[request + 1]!; arc++, open--) {
			const volunteer = problem.volunteer[chosen[arc]!]!;
			total += problem.cost[chosen[arc]!]! + problem.loadStep[volunteer]! * tasks[volunteer]!++;
		}
		total += open * problem.unmatchedCost[request]!;
	}
	return total;
}
