import { inThread, type ThreadOptions } from '#lib/jobs/thread.server.ts';
import type { Plan } from '#lib/matching/planning/planning.ts';
import type { PlanOrder } from './thread.ts';

/** A plan, or the finer reason for which there is none: `lock`, `locks_clash`. */
export type PlanAnswer = { plan: Plan } | { refused: string };

/** `makePlan` in a thread of its own, so that pages are answered meanwhile. @throws the signal's reason when aborted */
export function planInThread(order: PlanOrder, options: ThreadOptions): Promise<PlanAnswer> {
	return inThread('src/lib/plans/thread.ts', order, options);
}
