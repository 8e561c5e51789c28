/** A seeded generator of numbers (mulberry32): the same seed gives the same instance everywhere. */
export interface Random {
	/** Evenly in [0, 1). */
	share(): number;
	/** An integer evenly in [0, below). */
	below(below: number): number;
	/** Mean 0, deviation 1. */
	normal(): number;
}

export function random(seed: number): Random {
	let state = seed | 0;
	const share = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	return {
		share,
		below: (below) => Math.floor(share() * below),
		normal: () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share())
	};
}
