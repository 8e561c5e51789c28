import { isStaff, type Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { contextAt, factsFor } from '#lib/matching/facts.server.ts';
import { recheck } from '#lib/matching/gates.ts';
import { names } from '#lib/matching/names.ts';
import { gateWords } from '#lib/matching/refusals.ts';
import { AppError } from '#lib/shared/errors.ts';
import { withDecision } from './decisions.ts';
import type { PointedAt } from './pair-value.ts';
import type { DecisionKind } from './plans.ts';
import * as query from './queries.server.ts';

interface Open {
	plan: query.PlanRow;
	decided: query.DecisionRow[];
	asked: Awaited<ReturnType<typeof query.requestsOfPlan>>;
	pairs: query.PlannedPairRow[];
}

/**
 * Staff want a pair, do not want it, or leave it open again; the next solving respects it.
 * @throws AppError `not_possible_now` / `plan_gate` where somebody who is wanted may not do this, with the gate
 * @throws AppError `changed_meanwhile` / `plan` where the plan is put away or the request approved
 */
export async function decide(
	scope: Scope,
	actor: Actor,
	planId: string,
	{ kind, ...pair }: PointedAt & { kind: DecisionKind },
	now: Date,
	zone: string
): Promise<void> {
	const open = await openPlan(scope, actor, planId, [pair.requestId]);
	if (kind === 'lock') await refuseUnfit(scope, open, pair, now, zone);
	await write(scope, actor, open, [{ ...pair, kind }], now);
}

/**
 * Two people change places.
 * @throws AppError as `decide`; `invalid` / `swap` where both are the same person or the same request
 */
export async function swap(
	scope: Scope,
	actor: Actor,
	planId: string,
	[one, other]: readonly [PointedAt, PointedAt],
	now: Date,
	zone: string
): Promise<void> {
	if (one.requestId === other.requestId || one.personId === other.personId)
		throw new AppError('invalid', 'swap');
	const open = await openPlan(scope, actor, planId, [one.requestId, other.requestId]);
	const swapped = [
		{ requestId: one.requestId, personId: other.personId },
		{ requestId: other.requestId, personId: one.personId }
	];
	for (const pair of swapped) await refuseUnfit(scope, open, pair, now, zone);
	await write(
		scope,
		actor,
		open,
		[
			{ ...one, kind: 'forbid' as const },
			{ ...other, kind: 'forbid' as const },
			...swapped.map((pair) => ({ ...pair, kind: 'lock' as const }))
		],
		now
	);
}

/** Forgets all that was decided since the plan was made. */
export async function forgetDecisions(scope: Scope, actor: Actor, planId: string): Promise<void> {
	await openPlan(scope, actor, planId, []);
	await query.replaceDecisionsSince(scope, planId, []);
}

async function openPlan(
	scope: Scope,
	actor: Actor,
	planId: string,
	requestIds: readonly string[]
): Promise<Open> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const plan = await query.planForUpdate(scope, planId);
	if (!plan) throw new AppError('not_found');
	const asked = await query.requestsOfPlan(scope, planId);
	const planned = new Map(asked.map((one) => [one.request.id, one.planned]));
	if (requestIds.some((id) => !planned.has(id))) throw new AppError('not_found');
	const isOver = requestIds.some((id) => planned.get(id)!.approvalId);
	if (isOver || (plan.status !== 'ready' && plan.status !== 'failed'))
		throw new AppError('changed_meanwhile', 'plan');
	const decided = await query.decisionsOfPlan(scope, planId);
	return { plan, asked, decided, pairs: await query.pairsOfPlan(scope, planId) };
}

async function write(
	scope: Scope,
	actor: Actor,
	{ plan, asked, decided }: Open,
	added: readonly (PointedAt & { kind: DecisionKind })[],
	now: Date
): Promise<void> {
	let all = decided;
	const row = { communityId: scope.communityId, planId: plan.id, decidedBy: actor.personId, decidedAt: now };
	for (const one of added) {
		const places = asked.find(({ request }) => request.id === one.requestId)!.request.peopleNeeded;
		const { applied, since } = withDecision(all, { ...one, ...row, applied: false }, places);
		all = [...applied, ...since];
	}
	await query.replaceDecisionsSince(
		scope,
		plan.id,
		all.filter(({ applied }) => !applied)
	);
}

/** Who is not in the plan for this request must pass its gates at the time that the plan gives it. */
async function refuseUnfit(
	scope: Scope,
	{ asked, pairs }: Open,
	{ requestId, personId }: PointedAt,
	now: Date,
	zone: string
): Promise<void> {
	const mine = pairs.filter((one) => one.requestId === requestId);
	if (mine.some((one) => one.personId === personId)) return;
	const row = asked.find(({ request }) => request.id === requestId)!.request;
	const { request, volunteers, rows } = await factsFor(scope, row, now, zone);
	const volunteer = volunteers.find((one) => one.personId === personId);
	if (!volunteer) throw new AppError('not_found');
	const windows = mine[0] ? [mine[0].during] : request.windows;
	const [closed] = recheck({ ...request, windows }, volunteer, contextAt(now, zone)).stops;
	if (closed)
		throw new AppError('not_possible_now', 'plan_gate', {
			code: closed.code,
			gate: gateWords(closed, names),
			name: rows.get(personId)?.name ?? ''
		});
}
