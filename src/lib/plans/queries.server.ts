import { and, asc, count, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { requests } from '#lib/requests/tables.server.ts';
import type { AppError } from '#lib/shared/errors.ts';
import { statesBefore } from '#lib/shared/states.ts';
import { planTransitions, type PlanState } from './plans.ts';
import { planDecisions, plannedPairs, plannedRequests, plans } from './tables.server.ts';

export type PlanRow = typeof plans.$inferSelect;
export type PlannedRequestRow = typeof plannedRequests.$inferSelect;
export type PlannedPairRow = typeof plannedPairs.$inferSelect;
export type DecisionRow = typeof planDecisions.$inferSelect;

/** An error as it is kept, to be put into the reader's words. */
export type Refusal = Pick<AppError, 'code' | 'detail' | 'params'>;

type Of<Row> = Omit<Row, 'communityId' | 'planId'>;

/** Rows of many requests go in parts: a statement takes no more than 65,535 values. */
const atOnce = 1_000;

export async function addPlan(
	scope: Scope,
	row: Omit<typeof plans.$inferInsert, 'communityId'>,
	asked: readonly Pick<PlannedRequestRow, 'requestId' | 'requestVersion'>[]
): Promise<void> {
	const { communityId } = scope;
	await scope.tx.insert(plans).values({ ...row, communityId });
	await scope.tx
		.insert(plannedRequests)
		.values(asked.map((one) => ({ ...one, communityId, planId: row.id })));
}

export async function planById(scope: Scope, id: string): Promise<PlanRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(plans)
		.where(and(eq(plans.communityId, scope.communityId), eq(plans.id, id)));
	return row;
}

/** A plan, locked: whoever approves from it does so alone. */
export async function planForUpdate(scope: Scope, id: string): Promise<PlanRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(plans)
		.where(and(eq(plans.communityId, scope.communityId), eq(plans.id, id)))
		.for('update');
	return row;
}

/** Plans that were not discarded, newest first, with how many of their requests were approved from them. */
export function keptPlans(
	scope: Scope,
	limit: number
): Promise<{ plan: PlanRow; requests: number; approved: number }[]> {
	return scope.tx
		.select({
			plan: plans,
			requests: count(),
			approved: sql<number>`count(${plannedRequests.approvalId})::int`
		})
		.from(plans)
		.innerJoin(
			plannedRequests,
			and(eq(plannedRequests.communityId, plans.communityId), eq(plannedRequests.planId, plans.id))
		)
		.where(and(eq(plans.communityId, scope.communityId), ne(plans.status, 'discarded')))
		.groupBy(plans.communityId, plans.id)
		.orderBy(desc(plans.createdAt))
		.limit(limit);
}

/** Changes a plan where its state allows; false where it does not. */
export async function movePlan(
	scope: Scope,
	id: string,
	to: PlanState,
	change: Partial<Omit<typeof plans.$inferInsert, 'communityId' | 'id' | 'status'>> = {}
): Promise<boolean> {
	const moved = await scope.tx
		.update(plans)
		.set({ ...change, status: to })
		.where(
			and(
				eq(plans.communityId, scope.communityId),
				eq(plans.id, id),
				inArray(plans.status, statesBefore(planTransitions, to))
			)
		)
		.returning({ id: plans.id });
	return moved.length > 0;
}

/** Writes down how far the making is; false where it was stopped. */
export async function tellProgress(scope: Scope, id: string, progress: number): Promise<boolean> {
	const told = await scope.tx
		.update(plans)
		.set({ progress })
		.where(and(eq(plans.communityId, scope.communityId), eq(plans.id, id), eq(plans.status, 'making')))
		.returning({ id: plans.id });
	return told.length > 0;
}

/** The requests of a plan that are still there, as they are now, in the order in which they are needed. */
export function requestsOfPlan(
	scope: Scope,
	planId: string
): Promise<{ planned: PlannedRequestRow; request: typeof requests.$inferSelect }[]> {
	return scope.tx
		.select({ planned: plannedRequests, request: requests })
		.from(plannedRequests)
		.innerJoin(
			requests,
			and(eq(requests.communityId, plannedRequests.communityId), eq(requests.id, plannedRequests.requestId))
		)
		.where(and(eq(plannedRequests.communityId, scope.communityId), eq(plannedRequests.planId, planId)))
		.orderBy(asc(requests.deadline), asc(requests.id));
}

export function pairsOfPlan(scope: Scope, planId: string): Promise<PlannedPairRow[]> {
	return scope.tx
		.select()
		.from(plannedPairs)
		.where(and(eq(plannedPairs.communityId, scope.communityId), eq(plannedPairs.planId, planId)))
		.orderBy(
			asc(sql`lower(${plannedPairs.during})`),
			asc(plannedPairs.requestId),
			asc(plannedPairs.personId)
		);
}

export function decisionsOfPlan(scope: Scope, planId: string): Promise<DecisionRow[]> {
	return scope.tx
		.select()
		.from(planDecisions)
		.where(and(eq(planDecisions.communityId, scope.communityId), eq(planDecisions.planId, planId)))
		.orderBy(asc(planDecisions.decidedAt));
}

/** The plan made next from this one, if any that was not discarded. */
export async function planBasedOn(scope: Scope, planId: string): Promise<PlanRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(plans)
		.where(
			and(eq(plans.communityId, scope.communityId), eq(plans.basedOn, planId), ne(plans.status, 'discarded'))
		)
		.orderBy(desc(plans.createdAt))
		.limit(1);
	return row;
}

/** Writes what the solver found. */
export async function keepAnswer(
	scope: Scope,
	planId: string,
	pairs: readonly Of<PlannedPairRow>[],
	short: readonly Pick<PlannedRequestRow, 'requestId' | 'missing' | 'eligible' | 'stopped' | 'relaxations'>[]
): Promise<void> {
	const { communityId } = scope;
	for (let at = 0; at < pairs.length; at += atOnce) {
		const part = pairs.slice(at, at + atOnce);
		await scope.tx.insert(plannedPairs).values(part.map((one) => ({ ...one, communityId, planId })));
	}
	for (const { requestId, ...change } of short) {
		await scope.tx
			.update(plannedRequests)
			.set(change)
			.where(
				and(
					eq(plannedRequests.communityId, communityId),
					eq(plannedRequests.planId, planId),
					eq(plannedRequests.requestId, requestId)
				)
			);
	}
}

/** What there is to say of a plan as a whole. */
export async function keepFigures(
	scope: Scope,
	id: string,
	figures: Pick<PlanRow, 'wanted' | 'found' | 'cost' | 'bound' | 'letOff' | 'load' | 'helps'>
): Promise<void> {
	await scope.tx
		.update(plans)
		.set(figures)
		.where(and(eq(plans.communityId, scope.communityId), eq(plans.id, id)));
}

/** What the plan is made with. */
export async function keepDecisions(
	scope: Scope,
	planId: string,
	decisions: readonly Of<DecisionRow>[]
): Promise<void> {
	if (decisions.length === 0) return;
	const { communityId } = scope;
	await scope.tx.insert(planDecisions).values(decisions.map((one) => ({ ...one, communityId, planId })));
}

/** Puts what was decided since about pairs of a plan in the place of all that was decided since before. */
export async function replaceDecisionsSince(
	scope: Scope,
	planId: string,
	decisions: readonly Of<DecisionRow>[]
): Promise<void> {
	await scope.tx
		.delete(planDecisions)
		.where(
			and(
				eq(planDecisions.communityId, scope.communityId),
				eq(planDecisions.planId, planId),
				eq(planDecisions.applied, false)
			)
		);
	await keepDecisions(scope, planId, decisions);
}

const ofPlan = (scope: Scope, planId: string, requestIds: readonly string[]) =>
	and(
		eq(plannedRequests.communityId, scope.communityId),
		eq(plannedRequests.planId, planId),
		inArray(plannedRequests.requestId, [...requestIds])
	);

/** The version that a request has now: what this plan itself changed is seen. */
const versionNow = sql<number>`(select version from ${requests} r where r.community_id = ${plannedRequests.communityId}
	and r.id = ${plannedRequests.requestId})`;

/** Writes down which approvals a plan led to. */
export async function keepApprovals(
	scope: Scope,
	planId: string,
	approved: ReadonlyMap<string, string>,
	now: Date
): Promise<void> {
	for (const [requestId, approvalId] of approved) {
		await scope.tx
			.update(plannedRequests)
			.set({ approvalId, approvedAt: now, refusal: null, requestVersion: versionNow })
			.where(ofPlan(scope, planId, [requestId]));
	}
}

/** Writes down why requests could not be approved. */
export async function keepRefusals(
	scope: Scope,
	planId: string,
	refused: readonly { requestId: string; refusal: Refusal }[]
): Promise<void> {
	for (const { requestId, refusal } of refused) {
		await scope.tx
			.update(plannedRequests)
			.set({ refusal })
			.where(ofPlan(scope, planId, [requestId]));
	}
}

/** What was approved from a plan at one moment; `changed` where the request has changed since. */
export async function approvalsAt(
	scope: Scope,
	planId: string,
	at: Date
): Promise<{ requestId: string; approvalId: string; changed: boolean }[]> {
	const rows = await scope.tx
		.select({
			requestId: plannedRequests.requestId,
			approvalId: plannedRequests.approvalId,
			changed: sql<boolean>`${plannedRequests.requestVersion} <> ${versionNow}`
		})
		.from(plannedRequests)
		.where(
			and(
				eq(plannedRequests.communityId, scope.communityId),
				eq(plannedRequests.planId, planId),
				eq(plannedRequests.approvedAt, at)
			)
		);
	return rows.flatMap(({ approvalId, ...row }) => (approvalId ? [{ ...row, approvalId }] : []));
}

/** Forgets approvals that were undone; those requests that nobody else has changed can be approved anew. */
export async function forgetApprovals(
	scope: Scope,
	planId: string,
	undone: readonly { requestId: string; changed: boolean }[]
): Promise<void> {
	for (const { requestId, changed } of undone) {
		await scope.tx
			.update(plannedRequests)
			.set({ approvalId: null, approvedAt: null, ...(changed ? {} : { requestVersion: versionNow }) })
			.where(ofPlan(scope, planId, [requestId]));
	}
}

/** Requests among these that are open, with nobody approved. */
export async function openAmong(
	scope: Scope,
	ids: readonly string[]
): Promise<(typeof requests.$inferSelect)[]> {
	if (ids.length === 0) return [];
	return scope.tx
		.select()
		.from(requests)
		.where(
			and(
				eq(requests.communityId, scope.communityId),
				inArray(requests.id, [...ids]),
				eq(requests.life, 'open')
			)
		)
		.orderBy(asc(requests.id));
}
