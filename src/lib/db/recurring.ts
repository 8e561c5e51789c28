/** Sightings from which on a text is said to come again. */
const often = 3;

/** So many texts are looked after; those of lists have a text for every length, and there is no end of lengths. */
const mostSeen = 4_000;

/**
 * Knows which texts come again and again. No more than `most` of them, since each is kept by every connection in the server,
 * with its plan.
 */
export class Recurring {
	private readonly most: number;
	private readonly recurring = new Set<string>();
	private seen = new Map<string, number>();

	constructor(most: number) {
		this.most = most;
	}

	/** Sees a text; true from its third time on, as long as there is room. */
	sees(text: string): boolean {
		if (this.recurring.has(text)) return true;
		if (this.recurring.size >= this.most) return false;
		const times = (this.seen.get(text) ?? 0) + 1;
		if (times >= often) {
			this.recurring.add(text);
			this.seen.delete(text);
			return true;
		}
		if (this.seen.size >= mostSeen) this.seen = new Map();
		this.seen.set(text, times);
		return false;
	}
}
