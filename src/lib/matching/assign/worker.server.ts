import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Assignment, AssignmentProblem, AssignOptions } from './index.ts';
import type { Order } from './thread.ts';

export interface WorkerOptions extends Pick<AssignOptions, 'fixed' | 'warm' | 'onProgress'> {
	/** Ends the thread at once: a busy loop hears no signal. */
	signal?: AbortSignal;
}

/**
 * `assign` in a thread of its own, for whatever takes more than some twenty milliseconds.
 * @throws RangeError as `assign` does
 * @throws the signal's reason once it is aborted
 */
export async function assignInWorker(
	problem: AssignmentProblem,
	{ signal, onProgress, fixed, warm }: WorkerOptions = {}
): Promise<Assignment> {
	signal?.throwIfAborted();
	const order: Order = { problem, fixed, warm };
	const worker = new Worker(threadFile(), { workerData: order });
	try {
		return await new Promise((resolve, reject) => {
			signal?.addEventListener('abort', () => reject(signal.reason), { signal: ended(worker) });
			worker.once('error', reject);
			worker.once('exit', (code) => reject(new Error(`the thread ended with code ${code}`)));
			worker.on('message', (said: number | Assignment) => {
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

const thread = join('src', 'lib', 'matching', 'assign', 'thread.ts');

/** The source of the thread: beside this file, or, where this is part of a build, in the tree that the build lies in. */
function threadFile(): string {
	const here = dirname(fileURLToPath(import.meta.url));
	for (let folder = here; ; folder = dirname(folder)) {
		const file = join(folder, thread);
		if (existsSync(file)) return file;
		if (folder === dirname(folder)) throw new Error(`${thread} is in no folder above ${here}`);
	}
}
