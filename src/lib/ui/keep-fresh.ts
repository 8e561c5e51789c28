import { invalidate } from '$app/navigation';
import { lookAgain } from './look-again.ts';

/** Milliseconds between two looks. */
const pause = 30_000;

/**
 * Keeps what a page shows of others' doings fresh: reads what depends on a name anew every half minute while the page is
 * looked at. Made for `onMount`.
 * @returns ends it
 */
export function keepFresh(name: `${string}:${string}`): () => void {
	return lookAgain(async () => {
		if (document.visibilityState === 'visible') await invalidate(name);
	}, pause);
}
