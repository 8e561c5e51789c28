import { Agent, get, type ClientRequest, type IncomingMessage } from 'node:http';

/** Event streams of many phones, opened from this process. */
export interface Streams {
	/** When the last of these streams, by their places, has heard something from now on: milliseconds of `performance.now`. */
	allTold(places: readonly number[]): Promise<number>;
	close(): void;
}

/** Opens one stream for each path and waits until each has heard its first news. */
export async function openStreams(url: string, paths: readonly string[]): Promise<Streams> {
	const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
	let listening: (place: number) => void = () => {};
	const requests: ClientRequest[] = [];
	const open = (path: string, place: number) =>
		new Promise<void>((resolve, reject) => {
			const take = (answer: IncomingMessage) => {
				if (answer.statusCode !== 200) return reject(new Error(`${path} answers ${answer.statusCode}`));
				answer.on('error', () => {}); // cut off at the end
				answer.on('data', (part: Buffer) => {
					if (!part.includes('data: ')) return;
					listening(place);
					resolve();
				});
			};
			requests.push(get(url + path, { agent }, take).on('error', reject));
		});
	for (let from = 0; from < paths.length; from += 50) {
		await Promise.all(paths.slice(from, from + 50).map((path, at) => open(path, from + at)));
	}
	return {
		allTold: (places) =>
			new Promise((resolve) => {
				const left = new Set(places);
				listening = (place) => {
					if (left.delete(place) && left.size === 0) resolve(performance.now());
				};
			}),
		close: () => {
			for (const request of requests) request.on('error', () => {}).destroy();
			agent.destroy();
		}
	};
}
