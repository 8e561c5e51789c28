/**
 * Looks again and again, each time a while after the last look has come back: a look that is begun while another is under
 * way would take its place, and a page that takes longer to load than the while would never change.
 * @param look e.g. `() => invalidate('app:plan')`
 * @param pause milliseconds between the end of a look and the next one
 * @returns ends it
 */
export function lookAgain(look: () => Promise<void>, pause: number): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let ended = false;
	const wait = () => {
		// without a network the next look may do better
		if (!ended) timer = setTimeout(() => void look().then(wait, wait), pause);
	};
	wait();
	return () => {
		ended = true;
		clearTimeout(timer);
	};
}
