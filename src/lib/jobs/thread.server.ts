import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

export interface ThreadOptions {
	/** Ends the thread at once: a busy loop hears no signal. */
	signal?: AbortSignal | undefined;
	/** Told each number that the thread says, a share of its work. */
	onProgress?: ((share: number) => void) | undefined;
}

/**
 * Runs a file in a thread of its own: it finds its order in `workerData`, says numbers on the way and its answer, which
 * is no number, at the end.
 * @param file path from the project's folder, `src/lib/…/thread.ts`
 * @throws what the thread throws; errors of a class of our own come as plain ones
 * @throws the signal's reason once it is aborted
 */
export async function inThread<Answer extends object>(
	file: string,
	order: unknown,
	{ signal, onProgress }: ThreadOptions = {}
): Promise<Answer> {
	signal?.throwIfAborted();
	const worker = new Worker(sourceOf(file), { workerData: order });
	try {
		return await new Promise((resolve, reject) => {
			signal?.addEventListener('abort', () => reject(signal.reason), { signal: ended(worker) });
			worker.once('error', reject);
			worker.once('exit', (code) => reject(new Error(`the thread ended with code ${code}`)));
			worker.on('message', (said: number | Answer) => {
				if (typeof said === 'number') onProgress?.(said);
				else resolve(said);
			});
		});
	} finally {
		await worker.terminate();
	}
}

/** Aborted when the thread has ended, so that nothing listens any longer. */
function ended(worker: Worker): AbortSignal {
	const end = new AbortController();
	worker.once('exit', () => end.abort());
	return end.signal;
}

/** The source of a thread: in the tree that this file lies in, be it as source or as part of a build. */
function sourceOf(path: string): string {
	const here = dirname(fileURLToPath(import.meta.url));
	for (let folder = here; ; folder = dirname(folder)) {
		const file = join(folder, path);
		if (existsSync(file)) return file;
		if (folder === dirname(folder)) throw new Error(`${path} is in no folder above ${here}`);
	}
}
