import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { peopleByIds } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { placeApproval, type Approved } from '#lib/matching/approve.server.ts';
import { readAround } from '#lib/matching/budget.server.ts';
import { liftedByDeadline } from '#lib/matching/deadline.ts';
import { experienceOf } from '#lib/matching/experience.server.ts';
import { contextAt, planFactsFor, type PlanFacts } from '#lib/matching/facts.server.ts';
import { recheck } from '#lib/matching/gates.ts';
import type { Context, RequestFacts } from '#lib/matching/matching.ts';
import { occasionOf } from '#lib/matching/occasion.ts';
import { seenFrom, weekOf } from '#lib/matching/planning/seen-from.ts';
import { weightsInForce } from '#lib/matching/propose.server.ts';
import { standingApprovals } from '#lib/matching/queries.server.ts';
import { costOf, partsOf } from '#lib/matching/score.ts';
import { undoTogether } from '#lib/matching/together.server.ts';
import type { Weights } from '#lib/matching/weights.ts';
import { requestsForUpdate, type RequestRow } from '#lib/requests/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Span } from '#lib/shared/time.ts';
import * as query from './queries.server.ts';

/** What became of the requests of a plan that staff approved. */
export interface PlanOutcome {
	/** Approvals by request. */
	approved: Map<string, string>;
	refused: { requestId: string; error: AppError }[];
}

/**
 * Approves requests as a plan has them, in one transaction: everybody passes the gates again at the time of the plan, or
 * the request is left out and named with why. The second choice becomes a reserve where it still may and the plan
 * sends that person nowhere else. Offers leave ten seconds later.
 * @param only these of its requests; all that have somebody otherwise
 * @throws AppError `changed_meanwhile` / `plan` where the plan is not ready, `invalid` / `nothing_planned` where it has
 *   nobody for any of them
 */
export async function approvePlan(
	scope: Scope,
	actor: Actor,
	{ planId, only }: { planId: string; only: readonly string[] | null },
	now: Date,
	zone: string
): Promise<PlanOutcome> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const plan = await query.planForUpdate(scope, planId);
	if (!plan) throw new AppError('not_found');
	if (plan.status !== 'ready') throw new AppError('changed_meanwhile', 'plan');
	const asked = (await query.requestsOfPlan(scope, planId)).filter(({ planned }) => !planned.approvalId);
	const all = await query.pairsOfPlan(scope, planId);
	const pairs = Map.groupBy(all, ({ requestId }) => requestId);
	const busy = new Set(all.map(({ personId }) => personId));
	const versions = new Map(asked.map(({ planned }) => [planned.requestId, planned.requestVersion]));
	const wanted = [...versions.keys()].filter((id) => pairs.has(id) && (!only || only.includes(id)));
	if (wanted.length === 0) throw new AppError('invalid', 'nothing_planned');

	const rows = await requestsForUpdate(scope, wanted);
	const { refused, open } = await sift(scope, rows, versions);
	const outcome: PlanOutcome = { approved: new Map(), refused };
	const facts = await planFactsFor(scope, open, now, zone);
	const { version, weights } = await weightsInForce(scope);
	const learned = await experienceOf(scope, weights, now, zone);
	const around = await readAround(scope);
	for (const [at, row] of open.entries()) {
		const request = facts.requests[at]!;
		const lifted = [...liftedByDeadline(request, weights, now)];
		const context = { ...contextAt(now, zone), lifted, learned };
		const looking = { facts, request, weights, busy, context };
		const chosen = chosenOf(looking, pairs.get(row.id)!);
		if (!chosen) {
			outcome.refused.push({ requestId: row.id, error: new AppError('changed_meanwhile', 'candidate') });
			continue;
		}
		const approval = { chosen, weightsVersion: version, overrideReason: null };
		outcome.approved.set(row.id, await placeApproval(scope, actor, row, approval, now, around));
	}
	await query.keepApprovals(scope, planId, outcome.approved, now);
	await query.keepRefusals(
		scope,
		planId,
		outcome.refused.map(({ requestId, error: { code, detail, params } }) => ({
			requestId,
			refusal: { code, detail, params }
		}))
	);
	return outcome;
}

/** Those that are as the plan saw them; the others with why not. */
async function sift(
	scope: Scope,
	rows: readonly RequestRow[],
	versions: ReadonlyMap<string, number>
): Promise<{ open: RequestRow[]; refused: PlanOutcome['refused'] }> {
	const ids = rows.map(({ id }) => id);
	const standing = await standingApprovals(scope, ids);
	const approvers = await peopleByIds(
		scope,
		[...standing.values()].map(({ approvedBy }) => approvedBy)
	);
	const helped = await peopleByIds(
		scope,
		rows.map(({ forPersonId }) => forPersonId)
	);
	const verified = new Set(helped.filter(({ verifiedAt }) => verifiedAt).map(({ id }) => id));
	const refused: PlanOutcome['refused'] = [];
	const open = rows.filter((row) => {
		const by = standing.get(row.id)?.approvedBy;
		const name = approvers.find(({ id }) => id === by)?.name ?? '';
		const error = by
			? new AppError('already_taken', 'approval', { name })
			: row.life !== 'open' || row.version !== versions.get(row.id)
				? new AppError('changed_meanwhile', 'request')
				: !verified.has(row.forPersonId)
					? new AppError('not_possible_now', 'unverified')
					: row.triage === 'questioned'
						? new AppError('not_possible_now', 'questioned')
						: null;
		if (error) refused.push({ requestId: row.id, error });
		return error === null;
	});
	return { open, refused };
}

interface Looking {
	facts: PlanFacts;
	request: RequestFacts;
	weights: Weights;
	context: Context;
	/** People whom the plan sends somewhere. */
	busy: ReadonlySet<string>;
}

/** The people of the plan, then the second choice; null where one of the first may not come any more. */
function chosenOf(looking: Looking, pairs: readonly query.PlannedPairRow[]): Approved['chosen'] | null {
	const { during } = pairs[0]!;
	const first = pairs.map(({ personId }) => candidateOf(looking, personId, during));
	if (first.some((one) => one === null)) return null;
	const second = pairs.find(({ secondId }) => secondId)?.secondId;
	const reserve = second && !looking.busy.has(second) ? candidateOf(looking, second, during) : null;
	return [...first, reserve].filter((one) => one !== null);
}

function candidateOf({ facts, request, weights, context }: Looking, personId: string, during: Span) {
	const planned = facts.volunteers.find((one) => one.personId === personId);
	if (!planned) return null;
	const agreed = { ...request, windows: [during] };
	const volunteer = seenFrom(request, planned, weekOf(during.start.getTime(), context.zone));
	const { stops, waived } = recheck(agreed, volunteer, context);
	if (stops.length > 0) return null;
	const occasion = occasionOf(agreed, context);
	const cost = costOf(occasion, volunteer, weights);
	return { personId, start: during.start, cost, parts: partsOf(occasion, volunteer, weights), waived };
}

/**
 * Takes back what was approved from a plan at one moment, as far as no offer has left.
 * @returns how many approvals are undone
 */
export async function undoPlanApproval(
	scope: Scope,
	actor: Actor,
	{ planId, at }: { planId: string; at: Date },
	now: Date
): Promise<number> {
	const stood = await query.approvalsAt(scope, planId, at);
	if (stood.length === 0) throw new AppError('changed_meanwhile', 'plan');
	const undone = await undoTogether(
		scope,
		actor,
		stood.map(({ approvalId }) => approvalId),
		now
	);
	const gone = stood.filter(({ approvalId }) => undone.includes(approvalId));
	await query.forgetApprovals(scope, planId, gone);
	return undone.length;
}
