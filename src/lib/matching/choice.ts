/*
 * Whom staff choose for a request: the volunteers first, then the reserves in the order in which they are asked.
 */

/** The order chosen by hand, then whoever else is picked, as on the page. Who is no longer picked is not in it. */
export function inOrder(picked: readonly string[], order: readonly string[]): string[] {
	const known = order.filter((id) => picked.includes(id));
	return [...new Set([...known, ...picked])];
}

/** Picks one more, as the last; or drops the one that was picked. */
export function toggled(chosen: readonly string[], id: string): string[] {
	return chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
}

/** The same with one at a place of the order, counted from 1; whoever stood there moves one back. */
export function placed(chosen: readonly string[], id: string, place: number): string[] {
	const others = chosen.filter((one) => one !== id);
	const at = Math.min(Math.max(place, 1) - 1, others.length);
	return [...others.slice(0, at), id, ...others.slice(at)];
}
