import { inCommunity, type Scope } from '#lib/db/client.server.ts';
import { experienceOf } from '#lib/matching/experience.server.ts';
import { contextAt, planFactsFor } from '#lib/matching/facts.server.ts';
import type { Decision, Plan } from '#lib/matching/planning/planning.ts';
import { offersOf } from '#lib/matching/queries.server.ts';
import { weightsInForce } from '#lib/matching/propose.server.ts';
import { buildingsOf } from '#lib/places/queries.server.ts';
import { log } from '#lib/shared/log.server.ts';
import { loadSteps } from './load.ts';
import { pairValue } from './pair-value.ts';
import { planInThread, type PlanAnswer } from './plan-in-thread.server.ts';
import { planFailures, type DecisionKind, type PlanFailure } from './plans.ts';
import * as query from './queries.server.ts';
import { shortagesOf } from './shortages.ts';
import type { PlanOrder } from './thread.ts';

type Asked = Awaited<ReturnType<typeof query.requestsOfPlan>>;

/** Why a thread was ended before its answer. */
const stopped = Symbol('stopped');
/** Milliseconds between two looks at whether staff have called it off. */
const lookEvery = 300;

/**
 * Works `planDue`. Done once, however often the job runs: a plan that is over is left alone. What goes wrong with the
 * database has the job tried again; what goes wrong in the thread would go wrong again, so it is written down.
 */
export async function makeDuePlan(
	scope: Scope,
	{ planId, zone }: { planId: string; zone: string },
	now: Date
): Promise<void> {
	const began = performance.now();
	const plan = await query.planById(scope, planId);
	if (plan?.status !== 'making') return;
	const asked = await query.requestsOfPlan(scope, planId);
	const { version, weights } = await weightsInForce(scope);
	const facts = await planFactsFor(
		scope,
		asked.map(({ request }) => request),
		now,
		zone
	);
	const order: PlanOrder = {
		requests: facts.requests,
		volunteers: facts.volunteers,
		weights,
		context: { ...contextAt(now, zone), learned: await experienceOf(scope, weights, now, zone) },
		decisions: await decisionsFor(scope, asked, planId)
	};
	const answer = await watched(scope, planId, order);
	if (answer === stopped) return;
	if ('refused' in answer) {
		await query.movePlan(scope, planId, 'failed', { failure: answer.refused });
		return;
	}
	const took = Math.round(performance.now() - began);
	const made = { progress: 1, readyAt: now, weightsVersion: version, took };
	// first of all, so that a plan which was stopped at the last moment stays empty
	if (!(await query.movePlan(scope, planId, 'ready', made))) return;
	await keep(scope, planId, answer.plan, order, asked, zone);
}

/** What staff decided, and that nobody is asked twice for the same request unless staff lock him. */
async function decisionsFor(scope: Scope, asked: Asked, planId: string): Promise<Decision[]> {
	const decided = (await query.decisionsOfPlan(scope, planId)).filter(isEffective);
	const known = new Set(decided.map(pairValue));
	const offers = await offersOf(
		scope,
		asked.map(({ request }) => request.id)
	);
	const again = offers.filter((one) => one.sentAt !== null && !known.has(pairValue(one)));
	return [
		...decided,
		...again.map(({ requestId, personId }) => ({ requestId, personId, kind: 'forbid' as const }))
	];
}

function isEffective<D extends { kind: DecisionKind }>(one: D): one is D & { kind: 'lock' | 'forbid' } {
	return one.kind !== 'free';
}

/** Runs the thread, tells how far it is, and ends it when staff call it off. */
async function watched(
	{ communityId }: Scope,
	planId: string,
	order: PlanOrder
): Promise<{ plan: Plan } | { refused: PlanFailure } | typeof stopped> {
	const end = new AbortController();
	let progress = 0;
	// in transactions of their own, so that others see it at once
	const look = async () => {
		const goesOn = await inCommunity(communityId, (scope) => query.tellProgress(scope, planId, progress));
		if (!goesOn) end.abort(stopped);
	};
	const timer = setInterval(() => void look().catch(() => {}), lookEvery);
	try {
		const answer = await planInThread(order, {
			signal: end.signal,
			onProgress: (share) => (progress = share)
		});
		return 'plan' in answer ? answer : { refused: failureOf(answer) };
	} catch (thrown) {
		if (thrown === stopped) return stopped;
		log.error({ planId, failure: String(thrown) }, 'no plan could be made');
		return { refused: 'unexpected' };
	} finally {
		clearInterval(timer);
	}
}

function failureOf({ refused }: Extract<PlanAnswer, { refused: string }>): PlanFailure {
	return planFailures.find((one) => one === refused) ?? 'unexpected';
}

async function keep(
	scope: Scope,
	planId: string,
	plan: Plan,
	{ requests, volunteers }: PlanOrder,
	asked: Asked,
	zone: string
): Promise<void> {
	const pairs = plan.pairs.map(({ second, ...pair }) => ({
		...pair,
		secondId: second?.personId ?? null,
		secondCost: second?.cost ?? null
	}));
	await query.keepAnswer(scope, planId, pairs, plan.unfilled);
	const grids = new Map((await buildingsOf(scope)).map(({ id, gridId }) => [id, gridId]));
	const facts = new Map(requests.map((one) => [one.id, one]));
	const places = new Map(asked.map(({ request }) => [request.id, request.buildingId]));
	const short = plan.unfilled.map(({ requestId, missing }) => ({
		request: facts.get(requestId)!,
		missing,
		gridId: grids.get(places.get(requestId) ?? '') ?? null
	}));
	const approved = volunteers.filter(({ cardStatus }) => cardStatus === 'approved');
	await query.keepFigures(scope, planId, {
		wanted: requests.reduce((sum, { peopleNeeded }) => sum + peopleNeeded, 0),
		found: plan.pairs.length,
		cost: plan.cost,
		bound: plan.bound,
		letOff: plan.letOff,
		load: loadSteps(
			new Map(approved.map((one) => [one.personId, one.tasksThisMonth])),
			plan.pairs.map(({ personId }) => personId)
		),
		helps: shortagesOf(short, zone)
	});
}
