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
 * @param whoAt who of them may come at a moment, good until it is asked again; anything where they are fewer than `atLeast`
 */
export function agreedStart(
	firsts: Float64Array,
	whoAt: (start: number, atLeast: number) => Int32Array
): Agreed | null {
	let best: Agreed | null = null;
	for (const { start, most } of commonest(firsts)) {
		if (best && (most < best.who.length || (most === best.who.length && start > best.start))) continue;
		const who = whoAt(start, best?.who.length ?? 0);
		if (isBetter({ start, who }, best)) best = { start, who: who.slice() };
	}
	return best;
}

/** A moment, and how many could come then at most: those who are free first then or earlier. */
interface Moment {
	start: number;
	most: number;
}

/**
 * The moments that suit most people first; the one at which most could come comes first, since after it the others need
 * often not be looked at.
 */
function commonest(firsts: Float64Array): Moment[] {
	const starts: number[] = [];
	const suits: number[] = [];
	let at = 0;
	// few are different, so that a look through them costs less than a table of hashes; often it is the one before
	for (const start of firsts) {
		if (start === never) continue;
		if (start !== starts[at]) at = starts.indexOf(start);
		if (at < 0) {
			at = starts.push(start) - 1;
			suits.push(0);
		}
		suits[at]!++;
	}
	const upTo = (start: number) =>
		suits.reduce((many, some, at) => (starts[at]! <= start ? many + some : many), 0);
	return [...starts.keys()]
		.sort((a, b) => suits[b]! - suits[a]! || starts[a]! - starts[b]!)
		.slice(0, tried)
		.map((at) => ({ start: starts[at]!, most: upTo(starts[at]!) }))
		.sort((a, b) => b.most - a.most);
}

function isBetter({ start, who }: Agreed, best: Agreed | null): boolean {
	if (best === null || who.length > best.who.length) return true;
	return who.length === best.who.length && start < best.start;
}
