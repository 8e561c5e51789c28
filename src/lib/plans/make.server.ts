import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue, jobKind } from '#lib/jobs/queue.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { standingDecisions } from './decisions.ts';
import { mostPlanned } from './plans.ts';
import * as query from './queries.server.ts';

/** A plan to be made. */
export const planDue = jobKind<{ planId: string; zone: string }>('plan.make', { eager: true });

/**
 * Begins a plan for these requests; those that are no longer open are left out.
 * @returns the plan's id
 * @throws AppError `invalid` / `nothing_ticked` without any, `invalid` / `no_requests` where none is left, `invalid` / `too_many_planned` for more than a thousand
 */
export async function startPlan(
	scope: Scope,
	actor: Actor,
	requestIds: readonly string[],
	now: Date,
	zone: string
): Promise<string> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	if (requestIds.length === 0) throw new AppError('invalid', 'nothing_ticked');
	if (requestIds.length > mostPlanned)
		throw new AppError('invalid', 'too_many_planned', { most: mostPlanned });
	return begin(scope, actor, { requestIds, basedOn: null, decisions: [] }, now, zone);
}

/**
 * Begins the next plan: the same requests as far as they are open and not approved from this one, with all that staff
 * have decided. This one stays as it is.
 */
export async function solveAgain(
	scope: Scope,
	actor: Actor,
	planId: string,
	now: Date,
	zone: string
): Promise<string> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const plan = await query.planById(scope, planId);
	if (!plan) throw new AppError('not_found');
	if (plan.status !== 'ready' && plan.status !== 'failed') throw new AppError('changed_meanwhile', 'plan');
	const asked = await query.requestsOfPlan(scope, planId);
	const requestIds = asked.filter(({ planned }) => !planned.approvalId).map(({ request }) => request.id);
	const decisions = standingDecisions(await query.decisionsOfPlan(scope, planId));
	return begin(scope, actor, { requestIds, basedOn: planId, decisions }, now, zone);
}

interface Beginning {
	requestIds: readonly string[];
	basedOn: string | null;
	decisions: readonly query.DecisionRow[];
}

async function begin(
	scope: Scope,
	actor: Actor,
	{ requestIds, basedOn, decisions }: Beginning,
	now: Date,
	zone: string
): Promise<string> {
	const open = await query.openAmong(scope, requestIds);
	if (open.length === 0) throw new AppError('invalid', 'no_requests');
	const id = newId();
	const asked = open.map(({ id: requestId, version }) => ({ requestId, requestVersion: version }));
	const { personId } = actor;
	await query.addPlan(scope, { id, basedOn, status: 'making', createdBy: personId, createdAt: now }, asked);
	const planned = new Set(open.map((request) => request.id));
	const kept = decisions.filter(({ requestId }) => planned.has(requestId));
	await query.keepDecisions(
		scope,
		id,
		kept.map((one) => ({ ...one, applied: true }))
	);
	await enqueue(scope, planDue, { planId: id, zone });
	return id;
}

/** Calls the making of a plan off. @throws AppError `changed_meanwhile` / `plan` where it is over */
export async function stopPlan(scope: Scope, actor: Actor, planId: string): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	if (!(await query.movePlan(scope, planId, 'stopped'))) throw new AppError('changed_meanwhile', 'plan');
}

/** Puts a plan away. What was approved from it stands. */
export async function discardPlan(scope: Scope, actor: Actor, planId: string, now: Date): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	if (!(await query.movePlan(scope, planId, 'discarded'))) throw new AppError('changed_meanwhile', 'plan');
	await recordEvent(scope, { kind: 'plan', id: planId }, 'discarded', actor.personId, now);
}
