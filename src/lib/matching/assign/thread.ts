/** What runs in the thread of `assignInWorker`. */
import { parentPort } from 'node:worker_threads';
import { assign, type AssignmentProblem, type AssignOptions } from './index.ts';

/** What the thread is given. */
export interface Order extends Pick<AssignOptions, 'fixed' | 'warm'> {
	problem: AssignmentProblem;
}

parentPort?.on('message', ({ problem, fixed, warm }: Order) => {
	const onProgress = (share: number) => parentPort?.postMessage(share);
	parentPort?.postMessage(assign(problem, { fixed, warm, onProgress }));
});
