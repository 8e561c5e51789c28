import { nearest, raise } from './heap.ts';
import type { Search } from './augment.ts';
import type { Columns } from './columns.ts';
import type { Market } from './market.ts';
import { hasRoom, leftOpen, slotCost, type Plan } from './plan.ts';

/**
 * Brings a column with room to a price that its next slot is worth: draws units to it along shortest paths, those that
 * are left open or sit on the dearest slots first, and lowers prices so that every held arc stays among the cheapest of
 * its row. The mirror of `augment`.
 */
export function attract(market: Market, plan: Plan, search: Search, columns: Columns, goal: number): void {
	while (hasRoom(market, plan, goal)) {
		const excess = plan.price[goal]! - slotCost(market, goal, plan.filled[goal]!);
		if (excess <= 0) return;
		draw(market, plan, search, columns, goal, excess);
	}
}

/** No way is shorter than the price is too high: only prices change. */
const nothing = -1;

function draw(
	market: Market,
	plan: Plan,
	search: Search,
	columns: Columns,
	goal: number,
	excess: number
): void {
	const { heap } = search;
	search.many = 1;
	search.reached[0] = goal;
	search.length = excess;
	search.end = nothing;
	heap.distance[goal] = 0;
	raise(heap, goal);
	while (heap.size > 0 && heap.distance[heap.member[0]!]! < search.length) {
		const column = nearest(heap);
		if (column !== goal) endHere(market, plan, search, column);
		ask(market, plan, search, columns, column);
	}
	lowerPrices(plan, search);
	if (search.end !== nothing) shift(market, plan, search, goal);
}

/** The way may begin here: the column gives up its dearest slot. */
function endHere(market: Market, plan: Plan, search: Search, column: number): void {
	const spared = plan.price[column]! - slotCost(market, column, plan.filled[column]! - 1);
	const length = search.heap.distance[column]! + spared;
	if (length >= search.length) return;
	search.length = length;
	search.end = market.rowOf.length + column;
}

/** Asks the rows that could have the column what it would cost them to move a unit there. */
function ask(market: Market, plan: Plan, search: Search, columns: Columns, column: number): void {
	const { heap, byArc, fromSlot: mover } = search;
	const { price, arcOf } = plan;
	const here = heap.distance[column]! + price[column]!;
	for (let at = columns.start[column]!; at < columns.start[column + 1]!; at++) {
		const arc = columns.arc[at]!;
		if (market.held[arc] === 1) continue;
		const row = columns.rowOf[arc]!;
		const base = here + market.cost[arc]!;
		for (let unit = market.firstUnit[row]!; unit < market.firstUnit[row + 1]!; unit++) {
			const has = arcOf[unit]!;
			if (has === leftOpen && base - market.open[row]! < search.length) {
				search.length = base - market.open[row]!;
				search.end = unit;
				search.endArc = arc;
			}
			if (has < 0) continue;
			const from = market.column[has]!;
			const there = base - market.cost[has]! - price[from]!;
			if (there >= search.length || there >= heap.distance[from]!) continue;
			if (heap.distance[from] === Infinity) search.reached[search.many++] = from;
			heap.distance[from] = there;
			byArc[from] = arc;
			mover[from] = unit;
			raise(heap, from);
		}
	}
}

function lowerPrices(plan: Plan, search: Search): void {
	const { heap, reached, many, length } = search;
	for (let at = 0; at < many; at++) {
		const column = reached[at]!;
		const nearer = length - heap.distance[column]!;
		if (nearer > 0) plan.price[column]! -= nearer;
		heap.distance[column] = Infinity;
		heap.place[column] = -1;
	}
	heap.size = 0;
}

/** Moves every unit along the way found, towards the goal. */
function shift(market: Market, plan: Plan, search: Search, goal: number): void {
	const { unitIn, filled, arcOf } = plan;
	const opened = search.end < market.rowOf.length;
	let unit = search.end;
	let arc = search.endArc;
	if (!opened) {
		const column = search.end - market.rowOf.length;
		unit = search.fromSlot[column]!;
		arc = search.byArc[column]!;
		unitIn[slotOf(market, plan, column, unit)] = unitIn[market.firstSlot[column]! + --filled[column]!]!;
	}
	for (;;) {
		const column = market.column[arc]!;
		if (arcOf[unit]! >= 0) market.held[arcOf[unit]!] = 0;
		arcOf[unit] = arc;
		market.held[arc] = 1;
		if (column === goal) {
			unitIn[market.firstSlot[goal]! + filled[goal]!++] = unit;
			return;
		}
		const next = search.fromSlot[column]!;
		unitIn[slotOf(market, plan, column, next)] = unit;
		unit = next;
		arc = search.byArc[column]!;
	}
}

function slotOf(market: Market, plan: Plan, column: number, unit: number): number {
	return plan.unitIn.indexOf(unit, market.firstSlot[column]);
}
