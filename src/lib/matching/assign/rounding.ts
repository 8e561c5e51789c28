import type { Market } from './market.ts';
import { hasRoom, slotCost, type Plan } from './plan.ts';

/** Whether a plan is the optimum as it stands, its prices being rounded. Ends at the first thing against it. */
export function roundsToOptimum(market: Market, plan: Plan): boolean {
	const price = new Float64Array(market.columns);
	for (let column = 0; column < market.columns; column++) {
		price[column] = Math.round(plan.price[column]!);
		const filled = plan.filled[column]!;
		if (filled > 0 && price[column]! < slotCost(market, column, filled - 1)) return false;
		if (hasRoom(market, plan, column) && price[column]! > slotCost(market, column, filled)) return false;
	}
	for (let row = 0; row < market.rows; row++) if (!holdsCheapest(market, plan, price, row)) return false;
	return true;
}

function holdsCheapest(market: Market, plan: Plan, price: Float64Array, row: number): boolean {
	const { column, cost, held, firstUnit } = market;
	let dearest = 0;
	for (let unit = firstUnit[row]!; unit < firstUnit[row + 1]!; unit++) {
		const arc = plan.arcOf[unit]!;
		const sum = arc < 0 ? market.open[row]! : cost[arc]! + price[column[arc]!]!;
		if (sum > dearest) dearest = sum;
	}
	const end = market.start[row + 1]!;
	const slack = market.slack[row]!;
	for (let arc = market.start[row]!; arc < end && cost[arc]! - slack < dearest; arc++)
		if (cost[arc]! + price[column[arc]!]! < dearest && held[arc] === 0) return false;
	return dearest <= market.open[row]!;
}
