import { inThread, type ThreadOptions } from '#lib/jobs/thread.server.ts';
import type { Assignment, AssignmentProblem, AssignOptions } from './index.ts';
import type { Order } from './thread.ts';

export interface WorkerOptions extends ThreadOptions, Pick<AssignOptions, 'fixed' | 'warm'> {}

/**
 * `assign` in a thread of its own, for whatever takes more than some twenty milliseconds.
 * @throws RangeError as `assign` does
 * @throws the signal's reason once it is aborted
 */
export function assignInWorker(
	problem: AssignmentProblem,
	{ fixed, warm, ...options }: WorkerOptions = {}
): Promise<Assignment> {
	return inThread('src/lib/matching/assign/thread.ts', { problem, fixed, warm } satisfies Order, options);
}
