/** What runs in the thread of `assignInWorker`. */
import { parentPort, workerData } from 'node:worker_threads';
import { assign, type AssignmentProblem, type AssignOptions } from './index.ts';

/** What the thread is given. */
export interface Order extends Pick<AssignOptions, 'fixed' | 'warm'> {
	problem: AssignmentProblem;
}

const { problem, fixed, warm } = workerData as Order;
parentPort?.postMessage(
	assign(problem, { fixed, warm, onProgress: (share) => parentPort?.postMessage(share) })
);
