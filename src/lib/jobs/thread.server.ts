import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { minute } from '../shared/time.ts';

export interface ThreadOptions {
	/** Ends the thread at once: a busy loop hears no signal. */
	signal?: AbortSignal | undefined;
	/** Told each number that the thread says, a share of its work. */
	onProgress?: ((share: number) => void) | undefined;
}

/** So long a thread without work is kept: its code is read and compiled by then, which is half of a short order. */
const keptFor = 5 * minute;
const idle = new Map<string, Worker[]>();

/**
 * Runs a file in a thread of its own: it gets its order as a message, says numbers on the way and its answer, which is no
 * number, at the end.
 * @param file path from the project's folder, `src/lib/…/thread.ts`
 * @throws what the thread throws; errors of a class of our own come as plain ones
 * @throws the signal's reason once it is aborted
 */
export async function inThread<Answer extends object>(
	file: string,
	order: unknown,
	options: ThreadOptions = {}
): Promise<Answer> {
	options.signal?.throwIfAborted();
	const worker = idle.get(file)?.pop() ?? new Worker(sourceOf(file));
	worker.ref();
	try {
		const answer = await answerOf<Answer>(worker, order, options);
		keep(file, worker);
		return answer;
	} catch (thrown) {
		await worker.terminate();
		throw thrown;
	}
}

async function answerOf<Answer>(
	worker: Worker,
	order: unknown,
	{ signal, onProgress }: ThreadOptions
): Promise<Answer> {
	const { promise, resolve, reject } = Promise.withResolvers<Answer>();
	const hear = (said: number | Answer) => (typeof said === 'number' ? onProgress?.(said) : resolve(said));
	const miss = (code: number) => reject(new Error(`the thread ended with code ${code}`));
	const stop = () => reject(signal?.reason);
	worker.on('message', hear).once('error', reject).once('exit', miss);
	signal?.addEventListener('abort', stop);
	try {
		worker.postMessage(order);
		return await promise;
	} finally {
		worker.off('message', hear).off('error', reject).off('exit', miss);
		signal?.removeEventListener('abort', stop);
	}
}

/** A thread that waits keeps no process alive. */
function keep(file: string, worker: Worker): void {
	idle.set(file, [...(idle.get(file) ?? []), worker]);
	worker.unref();
	const end = setTimeout(() => {
		const waiting = idle.get(file) ?? [];
		if (!waiting.includes(worker)) return;
		idle.set(
			file,
			waiting.filter((one) => one !== worker)
		);
		void worker.terminate();
	}, keptFor);
	end.unref();
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
