import { rowLimit } from './check.ts';
import { rowOfArc } from './lookup.ts';
import type { Market } from './market.ts';

/** A row is dealt into this many buckets of like cost. */
const bucketBits = 6;
const mask = (1 << bucketBits) - 1;
/** Beyond this the buckets would be long. */
const wide = 512;

type Arcs = Pick<Market, 'column' | 'cost'>;

/**
 * The same market with the arcs of each row by cost, all but: its `slack` is how far they may be out of order. So a search of
 * a row may stop early, and that little it looks on for costs less than sorting to the end.
 */
export function sortRows(market: Market): Market {
	const { rows, start } = market;
	const many = market.cost.length;
	const sorted: Arcs = { column: new Int32Array(many), cost: new Int32Array(many) };
	const slack = new Int32Array(rows);
	const next = new Int32Array(mask + 2);
	for (let row = 0; row < rows; row++) {
		const first = start[row]!;
		const end = start[row + 1]!;
		if (end - first > wide) sortWide(market, sorted, first, end);
		else slack[row] = deal(market, sorted, first, end, next);
	}
	return { ...market, ...sorted, slack, held: heldBy(market, sorted.column) };
}

/** What is held before anything begins is what was fixed, mostly nothing. */
function heldBy(market: Market, column: Int32Array): Uint8Array {
	const held = new Uint8Array(column.length);
	for (let arc = market.held.indexOf(1); arc >= 0; arc = market.held.indexOf(1, arc + 1)) {
		const first = market.start[rowOfArc(market.start, arc)]!;
		held[column.indexOf(market.column[arc]!, first)] = 1;
	}
	return held;
}

/**
 * Deals the arcs of a row into buckets of like cost; those in a bucket stay in their order.
 * @returns by how much two of a bucket may differ
 */
function deal({ cost, column }: Arcs, to: Arcs, first: number, end: number, next: Int32Array): number {
	let some = 0;
	let all = -1;
	for (let arc = first; arc < end; arc++) {
		some |= cost[arc]!;
		all &= cost[arc]!;
	}
	// above the highest bit in which two costs differ there is nothing to sort
	const shift = Math.max(0, 32 - bucketBits - Math.clz32(some ^ all));
	next.fill(0);
	for (let arc = first; arc < end; arc++) next[((cost[arc]! >>> shift) & mask) + 1]!++;
	next[0] = first;
	for (let bucket = 1; bucket <= mask; bucket++) next[bucket]! += next[bucket - 1]!;
	for (let arc = first; arc < end; arc++) {
		const place = next[(cost[arc]! >>> shift) & mask]!++;
		to.cost[place] = cost[arc]!;
		to.column[place] = column[arc]!;
	}
	return (1 << shift) - 1;
}

/** Cost and place as one whole number each, below 2^53, which need no comparing by rules of ours. */
function sortWide({ cost, column }: Arcs, to: Arcs, first: number, end: number): void {
	const keys = new Float64Array(end - first);
	for (let place = 0; place < keys.length; place++) keys[place] = cost[first + place]! * rowLimit + place;
	keys.sort();
	for (let at = 0; at < keys.length; at++) {
		const key = keys[at]!;
		const what = Math.floor(key / rowLimit);
		to.cost[first + at] = what;
		to.column[first + at] = column[first + key - what * rowLimit]!;
	}
}
