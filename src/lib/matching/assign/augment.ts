import { nearest, newHeap, raise, type Heap } from './heap.ts';
import type { Market } from './market.ts';
import { leftOpen, slotCost, type Plan } from './plan.ts';

/** What a search leaves behind for the next one, so that each costs only what it touches. */
export interface Search {
	heap: Heap;
	/** By which arc a column was reached, and out of which slot its new unit comes (−1: the one that waits). */
	byArc: Int32Array;
	fromSlot: Int32Array;
	/** Columns reached. */
	reached: Int32Array;
	many: number;
	/** Length of the shortest way to an end found so far. */
	length: number;
	/** Where that way ends: a column with room (≥ 0), or, its unit being left open, slot −1 − end. */
	end: number;
	/** The arc by which a unit that was left open comes in, when the way begins with one (backward only). */
	endArc: number;
}

export function newSearch(market: Market): Search {
	return {
		heap: newHeap(market.columns),
		byArc: new Int32Array(market.columns),
		fromSlot: new Int32Array(market.columns),
		reached: new Int32Array(market.columns),
		many: 0,
		length: 0,
		end: 0,
		endArc: 0
	};
}

/** The waiting unit itself is left open. */
const nowhere = -1;

/**
 * Gives a waiting unit its place by the shortest augmenting path (Dijkstra's search on reduced costs), and raises the
 * prices so that every held arc stays among the cheapest of its row.
 */
export function augment(market: Market, plan: Plan, search: Search, unit: number): void {
	const { heap } = search;
	search.many = 0;
	search.length = market.open[market.rowOf[unit]!]!;
	search.end = nowhere;
	relax(market, plan, search, market.rowOf[unit]!, -1, 0);
	while (heap.size > 0 && heap.distance[heap.member[0]!]! < search.length) {
		visit(market, plan, search, nearest(heap));
	}
	raisePrices(plan, search);
	shift(market, plan, search, unit);
}

/** Ends in the column if it has room; else asks each of its units where it could go. */
function visit(market: Market, plan: Plan, search: Search, column: number): void {
	const first = market.firstSlot[column]!;
	const filled = plan.filled[column]!;
	const distance = search.heap.distance[column]!;
	const price = plan.price[column]!;
	if (first + filled < market.firstSlot[column + 1]!) {
		const length = distance + slotCost(market, column, filled) - price;
		if (length < search.length) {
			search.length = length;
			search.end = column;
		}
	}
	for (let slot = first; slot < first + filled; slot++) {
		const unit = plan.unitIn[slot]!;
		const base = distance - market.cost[plan.arcOf[unit]!]! - price;
		const row = market.rowOf[unit]!;
		if (base + market.open[row]! < search.length) {
			search.length = base + market.open[row]!;
			search.end = nowhere - 1 - slot;
		}
		relax(market, plan, search, row, slot, base);
	}
}

/** Looks at the other arcs of a row whose unit in `slot` would leave it. */
function relax(market: Market, plan: Plan, search: Search, row: number, slot: number, base: number): void {
	const { column, cost, held } = market;
	const { price } = plan;
	const { heap, byArc, fromSlot } = search;
	const { distance } = heap;
	const limit = search.length;
	const slack = market.slack[row]!;
	const end = market.start[row + 1]!;
	for (let arc = market.start[row]!; arc < end; arc++) {
		const to = column[arc]!;
		const there = base + cost[arc]! + price[to]!;
		if (base + cost[arc]! - slack >= limit) break;
		if (there >= limit || there >= distance[to]! || held[arc] === 1) continue;
		if (distance[to] === Infinity) search.reached[search.many++] = to;
		distance[to] = there;
		byArc[to] = arc;
		fromSlot[to] = slot;
		raise(heap, to);
	}
}

function raisePrices(plan: Plan, search: Search): void {
	const { heap, reached, many, length } = search;
	for (let at = 0; at < many; at++) {
		const column = reached[at]!;
		const nearer = length - heap.distance[column]!;
		if (nearer > 0) plan.price[column]! += nearer;
		heap.distance[column] = Infinity;
		heap.place[column] = -1;
	}
	heap.size = 0;
}

/** Moves every unit along the way found. */
function shift(market: Market, plan: Plan, search: Search, waitingUnit: number): void {
	const { held } = market;
	const { unitIn, arcOf, filled } = plan;
	let { end } = search;
	if (end === nowhere) {
		arcOf[waitingUnit] = leftOpen;
		return;
	}
	let slot: number;
	if (end >= 0) slot = market.firstSlot[end]! + filled[end]!++;
	else {
		slot = nowhere - 1 - end;
		const arc = arcOf[unitIn[slot]!]!;
		arcOf[unitIn[slot]!] = leftOpen;
		held[arc] = 0;
		end = market.column[arc]!;
	}
	for (;;) {
		const arc = search.byArc[end]!;
		const from = search.fromSlot[end]!;
		const unit = from < 0 ? waitingUnit : unitIn[from]!;
		const left = arcOf[unit]!;
		unitIn[slot] = unit;
		arcOf[unit] = arc;
		held[arc] = 1;
		if (from < 0) return;
		held[left] = 0;
		end = market.column[left]!;
		slot = from;
	}
}
