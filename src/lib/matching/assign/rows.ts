import type { Market } from './market.ts';

/** A row is first dealt into this many buckets, each of which then needs few moves. */
const bucketBits = 6;
/** Beyond this the buckets would be long. */
const wide = 512;

/**
 * The same market with the arcs of each row by cost, then by column, so that a search of a row may stop early.
 * `arcName` says where each came from.
 */
export function sortRows(market: Market): Market {
	const { rows, start, held } = market;
	const sorted: Market & { arcName: Int32Array } = {
		...market,
		column: new Int32Array(held.length),
		cost: new Int32Array(held.length),
		held: new Uint8Array(held.length),
		arcName: new Int32Array(held.length)
	};
	const next = new Int32Array((1 << bucketBits) + 1);
	for (let row = 0; row < rows; row++) {
		const first = start[row]!;
		const end = start[row + 1]!;
		if (end - first > wide) sortWide(market.cost, sorted.arcName, first, end);
		else if (end > first) {
			deal(market.cost, sorted.cost, sorted.arcName, first, end, next);
			insert(sorted.cost, sorted.arcName, first, end);
		}
	}
	takeOver(market, sorted);
	return sorted;
}

/** Deals the arcs of a row into buckets of like cost; those in a bucket stay in their order. */
function deal(
	cost: Int32Array,
	toCost: Int32Array,
	toName: Int32Array,
	first: number,
	end: number,
	next: Int32Array
): void {
	let least = cost[first]!;
	let most = least;
	for (let arc = first; arc < end; arc++) {
		if (cost[arc]! < least) least = cost[arc]!;
		if (cost[arc]! > most) most = cost[arc]!;
	}
	const shift = Math.max(0, 32 - bucketBits - Math.clz32(most - least));
	next.fill(0);
	for (let arc = first; arc < end; arc++) next[((cost[arc]! - least) >>> shift) + 1]!++;
	next[0] = first;
	for (let bucket = 1; bucket < next.length; bucket++) next[bucket]! += next[bucket - 1]!;
	for (let arc = first; arc < end; arc++) {
		const to = next[(cost[arc]! - least) >>> shift]!++;
		toCost[to] = cost[arc]!;
		toName[to] = arc;
	}
}

function insert(cost: Int32Array, name: Int32Array, first: number, end: number): void {
	for (let arc = first + 1; arc < end; arc++) {
		const what = cost[arc]!;
		if (what >= cost[arc - 1]!) continue;
		const who = name[arc]!;
		let at = arc;
		for (; at > first && cost[at - 1]! > what; at--) {
			cost[at] = cost[at - 1]!;
			name[at] = name[at - 1]!;
		}
		cost[at] = what;
		name[at] = who;
	}
}

function sortWide(cost: Int32Array, toName: Int32Array, first: number, end: number): void {
	const row = toName.subarray(first, end);
	for (let arc = first; arc < end; arc++) row[arc - first] = arc;
	row.sort((one, other) => cost[one]! - cost[other]! || one - other);
}

function takeOver(market: Market, sorted: Market & { arcName: Int32Array }): void {
	const { column, cost, held, arcName } = sorted;
	for (let arc = 0; arc < arcName.length; arc++) {
		const from = arcName[arc]!;
		column[arc] = market.column[from]!;
		cost[arc] = market.cost[from]!;
		held[arc] = market.held[from]!;
	}
}
