import { never } from '../freetime.ts';

/** So many of the moments that suit people first are tried for all of them. */
const tried = 6;

/** One time for a request, and who may come then. */
export interface Agreed {
	start: number;
	/** Places in the list of those asked, ascending. */
	who: Int32Array;
}

/**
 * The one time at which a request is planned: of those that suit somebody first, the one at which most may come, the
 * earliest of equals. A plan of many would have to weigh times against each other otherwise, and people are told one
 * time, not several. Null where nobody is ever free.
 * @param firsts when each of those asked is free first
 * @param whoAt who of them may come at a moment; anything where they are fewer than `atLeast`
 */
export function agreedStart(
	firsts: Float64Array,
	whoAt: (start: number, atLeast: number) => Int32Array
): Agreed | null {
	let best: Agreed | null = null;
	for (const start of commonest(firsts)) {
		const who = whoAt(start, best?.who.length ?? 0);
		if (isBetter({ start, who }, best)) best = { start, who };
		if (best?.who.length === firsts.length) break;
	}
	return best;
}

/** The moments that suit most people first, most first, the earliest of equals. */
function commonest(firsts: Float64Array): number[] {
	const sorted = firsts.slice().sort();
	const found: { start: number; suits: number }[] = [];
	for (let at = 0, next = 0; at < sorted.length && sorted[at] !== never; at = next) {
		const start = sorted[at]!;
		while (next < sorted.length && sorted[next] === start) next++;
		const suits = next - at;
		if (found.length === tried && found.at(-1)!.suits >= suits) continue;
		const rank = found.findIndex((one) => one.suits < suits);
		found.splice(rank < 0 ? found.length : rank, 0, { start, suits });
		found.length = Math.min(found.length, tried);
	}
	return found.map(({ start }) => start);
}

function isBetter({ start, who }: Agreed, best: Agreed | null): boolean {
	if (best === null || who.length > best.who.length) return true;
	return who.length === best.who.length && start < best.start;
}
