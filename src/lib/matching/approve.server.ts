import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { changeRequest, requestForUpdate, type RequestRow } from '#lib/requests/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { minute } from '#lib/shared/time.ts';
import type { Around } from './budget.server.ts';
import type { Candidate, GateCode } from './matching.ts';
import { undoSeconds } from './offers.ts';
import { proposalFor, type Proposal } from './propose.server.ts';
import * as query from './queries.server.ts';
import { refuseIfAsked } from './return.server.ts';
import { advance } from './wave.server.ts';

/** Staff's choice for one request. */
export interface Choice {
	requestId: string;
	/** The version of the request that staff saw. */
	version: number;
	/** The volunteer first, then the reserves in order. */
	personIds: string[];
	/** Gates that staff look past, with why. */
	lift: GateCode[];
	overrideReason: string | null;
}

/** Everyone the shortlist is made from; past this many a choice cannot have come from the screen. */
const everyone = 100_000;

/**
 * Approves volunteers for a request. Gates are looked at again; the first offers leave ten seconds later.
 * @returns the approval, and until when it can be undone
 * @throws AppError `already_taken` with who approved, when a colleague was first; `changed_meanwhile` when the
 *   request is not what staff saw or a chosen person no longer passes the gates; `not_possible_now` / `unverified`
 */
export async function approve(
	scope: Scope,
	actor: Actor,
	choice: Choice,
	now: Date,
	zone: string
): Promise<{ approvalId: string; undoUntil: Date }> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const request = await requestForUpdate(scope, choice.requestId);
	if (!request) throw new AppError('not_found');
	await refuseIfAsked(scope, request.id);
	if (request.life !== 'open' || request.version !== choice.version)
		throw new AppError('changed_meanwhile', 'request');
	await refuseUnverified(scope, request);
	if (choice.lift.length > 0 && !choice.overrideReason) throw new AppError('invalid', 'override_reason');
	const proposal = await proposalFor(scope, request, { lift: choice.lift, limit: everyone }, now, zone);
	const otherwise = firstWindow(proposal, now);
	const chosen = pick(choice, proposal.shortlist.best).map((one) => ({
		...one,
		start: one.start ?? otherwise
	}));
	const { weightsVersion } = proposal;
	const { overrideReason } = choice;
	const approvalId = await placeApproval(
		scope,
		actor,
		request,
		{ chosen, weightsVersion, overrideReason },
		now
	);
	return { approvalId, undoUntil: new Date(now.getTime() + undoSeconds * 1000) };
}

/** Who is approved for a request, in order: volunteers, then reserves; looked at by the gates a moment ago. */
export interface Approved {
	chosen: readonly (Pick<Candidate, 'personId' | 'cost' | 'parts' | 'waived'> & { start: Date })[];
	weightsVersion: number;
	overrideReason: string | null;
}

/**
 * Writes an approval for an open, locked request for which none stands, and makes the first offers.
 * @param around given where it was read for many at once
 */
export async function placeApproval(
	scope: Scope,
	actor: Actor,
	request: RequestRow,
	{ chosen, weightsVersion, overrideReason }: Approved,
	now: Date,
	around?: Around
): Promise<string> {
	const approvalId = newId();
	await query.addApproval(
		scope,
		{
			id: approvalId,
			requestId: request.id,
			approvedBy: actor.personId,
			approvedAt: now,
			weightsVersion,
			overrideReason,
			status: 'standing'
		},
		chosen.map((one, at) => approvedRow(one, at + 1, request))
	);
	await changeRequest(
		scope,
		request.id,
		{ life: ['open'] },
		{ triage: 'accepted', receivedBy: request.receivedBy ?? actor.personId, updatedAt: now }
	);
	await recordEvent(scope, { kind: 'request', id: request.id }, 'approved', actor.personId, now, {
		people: chosen.length
	});
	await advance(scope, approvalId, now, around);
	return approvalId;
}

async function refuseUnverified(scope: Scope, request: RequestRow): Promise<void> {
	const person = await personById(scope, request.forPersonId);
	if (!person?.verifiedAt) throw new AppError('not_possible_now', 'unverified');
}

function pick(choice: Choice, candidates: Candidate[]): Candidate[] {
	if (choice.personIds.length === 0) throw new AppError('invalid', 'nobody_chosen');
	const byId = new Map(candidates.map((one) => [one.personId, one]));
	return [...new Set(choice.personIds)].map((id) => {
		const candidate = byId.get(id);
		if (!candidate) throw new AppError('changed_meanwhile', 'candidate');
		return candidate;
	});
}

/** When help begins for someone who is let through without being free: as soon as it is wanted. */
function firstWindow({ facts }: Proposal, now: Date): Date {
	const start = facts.request.windows.find(({ end }) => end > now)?.start;
	return start && start > now ? start : now;
}

function approvedRow(one: Approved['chosen'][number], rank: number, request: RequestRow) {
	return {
		rank,
		personId: one.personId,
		during: { start: one.start, end: new Date(one.start.getTime() + request.minutes * minute) },
		cost: one.cost,
		parts: one.parts,
		overridden: one.waived.map(({ code }) => code)
	};
}

/** Takes an approval back before its offers have left. */
export async function undoApproval(scope: Scope, actor: Actor, approvalId: string, now: Date): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const approval = await query.approvalById(scope, approvalId);
	const request = approval && (await requestForUpdate(scope, approval.requestId));
	if (!approval || !request) throw new AppError('not_found');
	const late = approval.approvedAt.getTime() + undoSeconds * 1000 <= now.getTime();
	if (late || !(await query.endApproval(scope, approvalId, 'undone', now))) {
		throw new AppError('not_possible_now', 'offers_left');
	}
	await query.withdrawOpenOffers(scope, approvalId, now);
	// words of staff stand with an open request only as a question that nobody has answered
	const waits = request.triage === 'accepted' && request.staffWords !== null;
	const change = { updatedAt: now, ...(waits ? { triage: 'questioned' as const } : {}) };
	await changeRequest(scope, approval.requestId, { life: ['open'] }, change);
	await recordEvent(
		scope,
		{ kind: 'request', id: approval.requestId },
		'approval_undone',
		actor.personId,
		now
	);
}
