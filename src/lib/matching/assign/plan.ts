import type { Market } from './market.ts';

/** A unit without an arc: for good, as things stand, or for now. */
export const leftOpen = -1;
export const waiting = -2;

/** Who has whom at which prices. Which arcs are held is kept in the market. */
export interface Plan {
	/** Of each column; Infinity where it has no slot at all. */
	price: Float64Array;
	/** Arc of each unit, or `leftOpen`, or `waiting`. */
	arcOf: Int32Array;
	/** Unit in each slot; the filled ones of a column come first. */
	unitIn: Int32Array;
	filled: Int32Array;
}

export function emptyPlan(market: Market): Plan {
	return {
		price: firstPrices(market),
		arcOf: new Int32Array(market.rowOf.length).fill(waiting),
		unitIn: new Int32Array(market.firstSlot[market.columns]!),
		filled: new Int32Array(market.columns)
	};
}

function firstPrices({ columns, firstSlot }: Market): Float64Array {
	const price = new Float64Array(columns);
	for (let column = 0; column < columns; column++)
		if (firstSlot[column] === firstSlot[column + 1]) price[column] = Infinity;
	return price;
}

/** What the next slot of a column costs by itself, given how many are filled. */
export function slotCost(market: Market, column: number, filled: number): number {
	return (market.taken[column]! + filled) * market.step[column]!;
}

export function hasRoom(market: Market, plan: Plan, column: number): boolean {
	return plan.filled[column]! < market.firstSlot[column + 1]! - market.firstSlot[column]!;
}

/** A column must not have both room and a price above what its next slot costs. */
export function asksTooMuch(market: Market, plan: Plan, column: number): boolean {
	if (!hasRoom(market, plan, column)) return false;
	return plan.price[column]! > slotCost(market, column, plan.filled[column]!);
}

export function dearColumns(market: Market, plan: Plan): number[] {
	const columns: number[] = [];
	for (let column = 0; column < market.columns; column++)
		if (asksTooMuch(market, plan, column)) columns.push(column);
	return columns;
}

/** Gives a unit that has none an arc to a column with room. */
export function place(market: Market, plan: Plan, unit: number, arc: number): void {
	const column = market.column[arc]!;
	plan.unitIn[market.firstSlot[column]! + plan.filled[column]!++] = unit;
	plan.arcOf[unit] = arc;
	market.held[arc] = 1;
}

/** Takes its arc from a unit, which then waits. */
export function release(market: Market, plan: Plan, unit: number): void {
	const arc = plan.arcOf[unit]!;
	const column = market.column[arc]!;
	const first = market.firstSlot[column]!;
	const last = first + --plan.filled[column]!;
	plan.unitIn[plan.unitIn.indexOf(unit, first)] = plan.unitIn[last]!;
	plan.arcOf[unit] = waiting;
	market.held[arc] = 0;
}
