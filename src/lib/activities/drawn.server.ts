import { getLocale } from '#lib/paraglide/runtime.js';
import type { IllustratedPaper } from './paper.server.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** So many papers are kept, of half a megabyte at most each. */
const most = 24;
const kept = new Map<string, Promise<Bytes>>();

/**
 * A paper as it was drawn lately, while it says the same: drawing takes a third of a second, and everybody may ask for it.
 * @param draw draws it, once for all who ask meanwhile
 */
export function drawnLately(
	kind: 'card' | 'poster',
	paper: IllustratedPaper,
	draw: (paper: IllustratedPaper) => Promise<Bytes>
): Promise<Bytes> {
	const key = JSON.stringify([kind, getLocale(), { ...paper, picture: null }]);
	const found = kept.get(key) ?? draw(paper);
	// the one that was asked for last goes last
	kept.delete(key);
	kept.set(key, found);
	found.catch(() => kept.delete(key));
	for (const old of kept.keys()) {
		if (kept.size <= most) break;
		kept.delete(old);
	}
	return found;
}
