import type { Market } from './market.ts';
import { hasRoom, leftOpen, place, release, slotCost, waiting, type Plan } from './plan.ts';

/**
 * Makes what is held optimal at the prices: lets go what is not among the cheapest of its row, or beyond what the price
 * of its column pays for. Those units wait.
 */
export function settle(market: Market, plan: Plan): void {
	for (let column = 0; column < market.columns; column++) shed(market, plan, column);
	reviewAll(market, plan);
}

function shed(market: Market, plan: Plan, column: number): void {
	const { filled, price, unitIn } = plan;
	const first = market.firstSlot[column]!;
	while (filled[column]! > 0 && price[column]! < slotCost(market, column, filled[column]! - 1))
		release(market, plan, unitIn[first + filled[column]! - 1]!);
}

function reviewAll(market: Market, plan: Plan): void {
	for (let row = 0; row < market.rows; row++) review(market, plan, row);
}

/**
 * Takes over prices and as many of the arcs as fit.
 * @param price of each column; what is no price counts as 0, and where a column has no slot it is not looked at
 * @param arcs those out of range or order, fixed, too many for their row or column are left out
 */
export function adopt(market: Market, plan: Plan, price: Float64Array, arcs: Int32Array): void {
	adoptPrices(plan, price);
	adoptArcs(market, plan, arcs);
}

function adoptPrices(plan: Plan, price: Float64Array): void {
	for (let column = 0; column < plan.price.length; column++) {
		const asked = price[column]!;
		if (plan.price[column] !== Infinity)
			plan.price[column] = asked > 0 && asked < 2 ** 32 ? Math.round(asked) : 0;
	}
}

function adoptArcs(market: Market, plan: Plan, arcs: Int32Array): void {
	const next = market.firstUnit.slice();
	let row = 0;
	for (let at = 0, last = -1; at < arcs.length; at++) {
		const arc = arcs[at]!;
		if (arc <= last || arc >= market.held.length) continue;
		last = arc;
		while (market.start[row + 1]! <= arc) row++;
		if (market.held[arc] === 1 || next[row] === market.firstUnit[row + 1]) continue;
		if (hasRoom(market, plan, market.column[arc]!)) place(market, plan, next[row]!++, arc);
	}
}

/** Lets go what is dearer than something else the row could have, and leaves open what is best left open. */
function review(market: Market, plan: Plan, row: number): void {
	const { column, cost, held, firstUnit } = market;
	const { price, arcOf } = plan;
	const end = market.start[row + 1]!;
	let dearest = 0;
	for (let unit = firstUnit[row]!; unit < firstUnit[row + 1]!; unit++) {
		const arc = arcOf[unit]!;
		dearest = Math.max(dearest, arc < 0 ? market.open[row]! : cost[arc]! + price[column[arc]!]!);
	}
	let least = Math.min(dearest, market.open[row]!);
	const slack = market.slack[row]!;
	for (let arc = market.start[row]!; arc < end; arc++) {
		if (cost[arc]! - slack >= least) break;
		const sum = cost[arc]! + price[column[arc]!]!;
		if (sum < least && held[arc] === 0) least = sum;
	}
	for (let unit = firstUnit[row]!; unit < firstUnit[row + 1]!; unit++) {
		const arc = arcOf[unit]!;
		if (arc >= 0 && cost[arc]! + price[column[arc]!]! > least) release(market, plan, unit);
		else if (arc < 0 && least === market.open[row]) arcOf[unit] = leftOpen;
		else if (arc < 0) arcOf[unit] = waiting;
	}
}
