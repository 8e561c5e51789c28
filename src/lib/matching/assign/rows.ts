import { rowLimit } from './check.ts';
import type { Market } from './market.ts';

/** A row is first dealt into this many buckets, each of which then needs few moves. */
const bucketBits = 6;
const mask = (1 << bucketBits) - 1;
/** Beyond this the buckets would be long. */
const wide = 512;

/**
 * The same market with the arcs of each row by cost, then by column, so that a search of a row may stop early.
 * `arcName` says where each came from.
 */
export function sortRows(market: Market): Market {
	const { rows, start } = market;
	const many = market.cost.length;
	const column = new Int32Array(many);
	const cost = new Int32Array(many);
	const arcName = new Int32Array(many);
	const next = new Int32Array(mask + 2);
	for (let row = 0; row < rows; row++) {
		const first = start[row]!;
		const end = start[row + 1]!;
		if (end - first > wide) sortWide(market.cost, cost, arcName, first, end);
		else {
			deal(market.cost, cost, arcName, first, end, next);
			insert(cost, arcName, first, end);
		}
		for (let arc = first; arc < end; arc++) column[arc] = market.column[arcName[arc]!]!;
	}
	return { ...market, column, cost, held: heldBy(arcName, market.held), arcName };
}

/** What is held before anything begins is what was fixed, mostly nothing. */
function heldBy(arcName: Int32Array, heldBefore: Uint8Array): Uint8Array {
	const held = new Uint8Array(arcName.length);
	if (heldBefore.includes(1))
		for (let arc = 0; arc < held.length; arc++) held[arc] = heldBefore[arcName[arc]!]!;
	return held;
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
		const to = next[(cost[arc]! >>> shift) & mask]!++;
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

/** Cost and place as one whole number each, below 2^53, which need no comparing by rules of ours. */
function sortWide(
	cost: Int32Array,
	toCost: Int32Array,
	toName: Int32Array,
	first: number,
	end: number
): void {
	const keys = new Float64Array(end - first);
	for (let place = 0; place < keys.length; place++) keys[place] = cost[first + place]! * rowLimit + place;
	keys.sort();
	for (let at = 0; at < keys.length; at++) {
		const key = keys[at]!;
		const what = Math.floor(key / rowLimit);
		toCost[first + at] = what;
		toName[first + at] = first + key - what * rowLimit;
	}
}
