/** Draws that are the same for the same seed on every machine. */
export interface Random {
	/** A number in [0, 1). */
	next(): number;
	/** A whole number from `least` to `most`, both included. */
	int(least: number, most: number): number;
	/** True in `share` of the draws, 0 … 1. */
	chance(share: number): boolean;
	/** One of a list that is not empty. */
	pick<T>(list: readonly T[]): T;
	/** One of a list that is not empty, each as often as its weight says. */
	weighted<T>(list: readonly T[], weight: (item: T) => number): T;
	/** The list in another order. */
	shuffled<T>(list: readonly T[]): T[];
}

/** 32 bits that depend on every character of a text (FNV-1a, then murmur3's finalizer). */
export function hash32(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/** The 32-bit generator mulberry32. */
function mulberry32(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A source of draws of its own for each seed and label, so that a change in one part leaves the others as they were. */
export function randomFrom(seed: number, label: string): Random {
	const next = mulberry32(hash32(`${seed}|${label}`));
	const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
	return {
		next,
		int,
		chance: (share) => next() < share,
		pick: (list) => list[int(0, list.length - 1)]!,
		weighted(list, weight) {
			let left = next() * list.reduce((sum, item) => sum + weight(item), 0);
			return list.find((item) => (left -= weight(item)) < 0) ?? list.at(-1)!;
		},
		shuffled(list) {
			const order = [...list];
			for (let at = order.length - 1; at > 0; at--) {
				const other = int(0, at);
				[order[at], order[other]] = [order[other]!, order[at]!];
			}
			return order;
		}
	};
}

const hex = (value: number, digits: number) => value.toString(16).padStart(8, '0').slice(-digits);

/**
 * Makes the ids of one kind of row: UUIDs in the shape of version 4 that seed, kind and a counter decide. They rise
 * with the counter, so that rows of one instant keep their order.
 */
export function idsFrom(seed: number): (kind: string) => string {
	const counters = new Map<string, number>();
	return (kind) => {
		const count = (counters.get(kind) ?? 0) + 1;
		counters.set(kind, count);
		const [a, b] = [hash32(`${seed}|${kind}|${count}|a`), hash32(`${seed}|${kind}|${count}|b`)];
		const counter = hex(count, 7);
		const variant = '89ab'[a >>> 30]!;
		return [
			hex(hash32(`${seed}|${kind}`), 8),
			counter.slice(0, 4),
			`4${counter.slice(4)}`,
			`${variant}${hex(a, 3)}`,
			hex(b, 8) + hex(a >>> 12, 4)
		].join('-');
	};
}
