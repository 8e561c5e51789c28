import { byColumn, attract } from './backward.ts';
import { augment, newSearch } from './forward.ts';
import type { Market } from './market.ts';
import { hasRoom, leftOpen, place, release, slotCost, waiting, type Plan } from './plan.ts';

/**
 * Takes over prices and as many of the arcs as fit, so that what is held is optimal at these prices: every held arc
 * is among the cheapest of its row, and no column is filled beyond what its price pays for. The others wait.
 * @param price of each column, whole numbers ≥ 0; where a column has no slot it is not looked at
 * @param arcs any; those out of range, fixed, doubled, too many for their row or column are left out
 */
export function adopt(market: Market, plan: Plan, price: Float64Array, arcs: Int32Array): void {
	for (let column = 0; column < market.columns; column++)
		if (plan.price[column] !== Infinity) plan.price[column] = price[column]!;
	seat(market, plan, arcs);
	for (let column = 0; column < market.columns; column++) {
		const first = market.firstSlot[column]!;
		while (
			plan.filled[column]! > 0 &&
			plan.price[column]! < slotCost(market, column, plan.filled[column]! - 1)
		)
			release(market, plan, plan.unitIn[first + plan.filled[column]! - 1]!);
	}
	for (let row = 0; row < market.rows; row++) review(market, plan, row);
}

function seat(market: Market, plan: Plan, arcs: Int32Array): void {
	const next = market.firstUnit.slice();
	const { start, held } = market;
	let row = 0;
	let last = -1;
	for (let at = 0; at < arcs.length; at++) {
		const arc = arcs[at]!;
		if (arc <= last || arc >= held.length) continue;
		last = arc;
		while (start[row + 1]! <= arc) row++;
		const unit = next[row]!;
		if (held[arc] === 1 || unit === market.firstUnit[row + 1] || !hasRoom(market, plan, market.column[arc]!))
			continue;
		next[row]!++;
		place(market, plan, unit, arc);
	}
}

/** Lets go what is dearer than something else the row could have, and leaves open what is best left open. */
function review(market: Market, plan: Plan, row: number): void {
	const { column, cost, held } = market;
	const { price, arcOf } = plan;
	let least = market.open[row]!;
	for (let arc = market.start[row]!; arc < market.start[row + 1]!; arc++) {
		const sum = cost[arc]! + price[column[arc]!]!;
		if (sum < least && held[arc] === 0) least = sum;
	}
	for (let unit = market.firstUnit[row]!; unit < market.firstUnit[row + 1]!; unit++) {
		const arc = arcOf[unit]!;
		if (arc >= 0 && cost[arc]! + price[column[arc]!]! > least) release(market, plan, unit);
		if (arcOf[unit] === waiting && least === market.open[row]) arcOf[unit] = leftOpen;
	}
}

/**
 * Completes an adopted plan to the optimum: first columns that ask too much for the room they have, then each unit
 * that waits.
 * @param after told how many of how many steps are done
 */
export function complete(market: Market, plan: Plan, after: (done: number, all: number) => void): void {
	const search = newSearch(market);
	const dear: number[] = [];
	for (let column = 0; column < market.columns; column++)
		if (asksTooMuch(market, plan, column)) dear.push(column);
	const units = waitingUnits(plan);
	const all = dear.length + units.length;
	if (dear.length > 0) {
		const columns = byColumn(market);
		dear.forEach((column, done) => {
			attract(market, plan, search, columns, column);
			after(done, all);
		});
	}
	units.forEach((unit, done) => {
		augment(market, plan, search, unit);
		after(dear.length + done, all);
	});
}

function asksTooMuch(market: Market, plan: Plan, column: number): boolean {
	return (
		hasRoom(market, plan, column) && plan.price[column]! > slotCost(market, column, plan.filled[column]!)
	);
}

function waitingUnits(plan: Plan): number[] {
	const units: number[] = [];
	for (let unit = 0; unit < plan.arcOf.length; unit++) if (plan.arcOf[unit] === waiting) units.push(unit);
	return units;
}
