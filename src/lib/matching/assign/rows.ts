import type { Market } from './market.ts';

/** Up to here insertion is the quickest way to sort a row. */
const short = 100;

/**
 * The same market with the arcs of each row by cost, then by column, so that a search of a row may stop early.
 * `arcName` says where each came from.
 */
export function sortRows(market: Market): Market {
	const { rows, start, held } = market;
	const widest = widestRow(market);
	const scale = 2 ** Math.ceil(Math.log2(widest + 1));
	const sorted: Market = {
		...market,
		column: new Int32Array(held.length),
		cost: new Int32Array(held.length),
		held: new Uint8Array(held.length),
		arcName: new Int32Array(held.length)
	};
	const keys = new Float64Array(widest);
	for (let row = 0; row < rows; row++) {
		const first = start[row]!;
		const many = start[row + 1]! - first;
		sortKeys(keys, market.cost, first, many, scale);
		takeOver(market, sorted, keys, first, many, scale);
	}
	return sorted;
}

/** A key is the cost with the place in the row behind it, so equal costs keep their order. */
function sortKeys(keys: Float64Array, cost: Int32Array, first: number, many: number, scale: number): void {
	if (many > short) {
		for (let place = 0; place < many; place++) keys[place] = cost[first + place]! * scale + place;
		keys.subarray(0, many).sort();
		return;
	}
	for (let place = 0; place < many; place++) {
		const key = cost[first + place]! * scale + place;
		let at = place;
		for (; at > 0 && keys[at - 1]! > key; at--) keys[at] = keys[at - 1]!;
		keys[at] = key;
	}
}

function takeOver(
	market: Market,
	sorted: Market,
	keys: Float64Array,
	first: number,
	many: number,
	scale: number
): void {
	for (let place = 0; place < many; place++) {
		const cost = Math.floor(keys[place]! / scale);
		const from = first + (keys[place]! - cost * scale);
		sorted.cost[first + place] = cost;
		sorted.column[first + place] = market.column[from]!;
		sorted.held[first + place] = market.held[from]!;
		sorted.arcName![first + place] = from;
	}
}

function widestRow({ rows, start }: Market): number {
	let widest = 0;
	for (let row = 0; row < rows; row++) widest = Math.max(widest, start[row + 1]! - start[row]!);
	return widest;
}
