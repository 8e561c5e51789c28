/** What runs in the thread of `planInThread`. */
import { parentPort } from 'node:worker_threads';
import { makePlan } from '#lib/matching/planning/make-plan.ts';
import type { Decision, Planned } from '#lib/matching/planning/planning.ts';
import type { Context, RequestFacts } from '#lib/matching/matching.ts';
import type { Weights } from '#lib/matching/weights.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { PlanAnswer } from './plan-in-thread.server.ts';

/** What the thread is given: plain data, copied on the way. */
export interface PlanOrder {
	requests: readonly RequestFacts[];
	volunteers: readonly Planned[];
	weights: Weights;
	context: Context;
	decisions: readonly Decision[];
}

const tell = (said: number | PlanAnswer) => parentPort?.postMessage(said);

parentPort?.on('message', async ({ requests, volunteers, weights, context, decisions }: PlanOrder) => {
	try {
		const options = { decisions, onProgress: tell };
		tell({ plan: await makePlan(requests, volunteers, weights, context, options) });
	} catch (thrown) {
		if (!(thrown instanceof AppError)) throw thrown;
		tell({ refused: thrown.detail ?? thrown.code });
	}
});
