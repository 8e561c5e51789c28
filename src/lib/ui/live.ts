/** Without a word for so long the line is thought to be dead, milliseconds. The server speaks every 20 seconds. */
const silence = 45_000;
/** Milliseconds between two looks at it, and between two tries to open it anew. */
const look = 5_000;
const patience = 15_000;

/**
 * Follows events of the server while the page is open. The browser opens a line anew when it was lost; where that does not
 * help (the device slept, a proxy holds back, no events at all), the same address is asked for its present news.
 * @param heard gets the news, which are always all there is to know
 * @returns ends it
 */
export function follow(path: string, heard: (news: unknown) => void): () => void {
	let line: EventSource | undefined;
	let last = Date.now();
	let tried = last;

	function open(): void {
		line?.close();
		tried = Date.now();
		line = new EventSource(path);
		line.onmessage = ({ data }: MessageEvent<string>) => hear(data);
	}
	function hear(data: string): void {
		last = Date.now();
		heard(JSON.parse(data));
	}
	async function ask(): Promise<void> {
		const answer = await fetch(path, { headers: { accept: 'application/json' } }).catch(() => undefined);
		if (answer?.ok) hear(await answer.text());
	}
	function tend(): void {
		const dead = line?.readyState === EventSource.CLOSED || Date.now() - last > silence;
		if (document.visibilityState !== 'visible' || !dead || Date.now() - tried < patience) return;
		void ask();
		open();
	}

	open();
	const clock = setInterval(tend, look);
	document.addEventListener('visibilitychange', tend);
	window.addEventListener('online', tend);
	return () => {
		line?.close();
		clearInterval(clock);
		document.removeEventListener('visibilitychange', tend);
		window.removeEventListener('online', tend);
	};
}
