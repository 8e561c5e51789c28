import type { Actor } from '#lib/accounts/people.ts';
import { staffIds } from '#lib/accounts/queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue, jobKind } from '#lib/jobs/queue.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { communityById } from '#lib/places/queries.server.ts';
import { changeRequest, requestById, type RequestRow } from '#lib/requests/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import type { Span } from '#lib/shared/time.ts';
import { countStanding } from '#lib/tasks/queries.server.ts';
import { offerExpiry } from './expiry.ts';
import { undoSeconds, type DeclineReason } from './offers.ts';
import * as query from './queries.server.ts';
import { isAtVisitHours } from './visit-hours.ts';

/** Sends an offer that waited out the time for undoing. */
export const offerDue = jobKind<{ offerId: string }>('offer.due');
/** Looks whether an offer was answered in time. */
export const offerLapses = jobKind<{ offerId: string }>('offer.lapses');

/** States in which an offer still may fill a place. */
const openStates = new Set(['waiting', 'sent', 'other_time_proposed']);

/**
 * Makes as many offers as places are left, to the next approved volunteers in order. When the list is used up and
 * nobody is being asked, the request is back with staff, on top of their list. Runs alone per approval.
 */
export async function advance(scope: Scope, approvalId: string, now: Date): Promise<void> {
	const approval = await query.approvalForUpdate(scope, approvalId);
	if (approval?.status !== 'standing') return;
	const request = await requestById(scope, approval.requestId);
	if (!request || request.life !== 'open') return;
	const mine = (await query.offersOf(scope, [request.id])).filter((one) => one.approvalId === approvalId);
	const asked = mine.filter((one) => openStates.has(one.status)).length;
	const places = request.peopleNeeded - (await countStanding(scope, 'help', request.id)) - asked;
	const known = new Set(mine.map((one) => one.personId));
	const next = (await query.approvedOf(scope, approvalId)).filter((one) => !known.has(one.personId));
	for (const candidate of next.slice(0, Math.max(0, places))) {
		await makeOffer(scope, request, approval, candidate, now);
	}
	if (places > 0 && asked === 0 && next.length === 0) await handBack(scope, request, approvalId, now);
}

async function makeOffer(
	scope: Scope,
	request: RequestRow,
	approval: query.ApprovalRow,
	candidate: query.ApprovedRow,
	now: Date
): Promise<void> {
	const undoUntil = new Date(approval.approvedAt.getTime() + undoSeconds * 1000);
	const goesOutAt = undoUntil > now ? undoUntil : now;
	const { zone } = (await communityById(scope, scope.communityId))!;
	const id = newId();
	const made = await query.addOffer(scope, {
		id,
		requestId: request.id,
		approvalId: approval.id,
		personId: candidate.personId,
		during: candidate.during,
		status: 'waiting',
		goesOutAt,
		expiresAt: offerExpiry(request.urgency, goesOutAt, candidate.during.start, zone),
		createdAt: now
	});
	if (made) await enqueue(scope, offerDue, { offerId: id }, goesOutAt);
}

/** Everyone on the list was asked: staff look at it again. */
async function handBack(scope: Scope, request: RequestRow, approvalId: string, now: Date): Promise<void> {
	await query.endApproval(scope, approvalId, 'used_up', now);
	await changeRequest(scope, request.id, { life: ['open'] }, { reopenedAt: now, updatedAt: now });
	await recordEvent(scope, { kind: 'request', id: request.id }, 'used_up', null, now);
	const news = { params: { need: request.need }, path: `/desk/requests/${request.id}`, about: approvalId };
	await notify(scope, await staffIds(scope), { template: 'staff_used_up', ...news }, now);
}

/** Works `offerDue`: the volunteer is told, and the clock of the offer runs. */
export async function sendOffer(scope: Scope, { offerId }: { offerId: string }, now: Date): Promise<void> {
	const waiting = await query.offerById(scope, offerId);
	const request = waiting && (await requestById(scope, waiting.requestId));
	if (request?.life !== 'open') {
		await query.moveOffer(scope, offerId, 'withdrawn', { answeredAt: now });
		return;
	}
	const offer = await query.moveOffer(scope, offerId, 'sent', { sentAt: now });
	if (!offer) return;
	await recordEvent(scope, { kind: 'request', id: request.id }, 'offered', null, now);
	const news = { params: { need: request.need }, path: `/volunteer/offers/${offerId}`, about: offerId };
	await notify(scope, [offer.personId], { template: 'offer_new', ...news }, now);
	await enqueue(scope, offerLapses, { offerId }, offer.expiresAt);
}

/** Works `offerLapses`: no answer in time costs the volunteer nothing; the next one is asked. */
export async function lapseOffer(scope: Scope, { offerId }: { offerId: string }, now: Date): Promise<void> {
	const offer = await query.moveOffer(scope, offerId, 'lapsed', { answeredAt: now }, { dueBy: now });
	if (!offer) return;
	await recordEvent(scope, { kind: 'request', id: offer.requestId }, 'lapsed', null, now);
	await notify(
		scope,
		[offer.personId],
		{ template: 'offer_lapsed', path: '/volunteer', about: offerId },
		now
	);
	await advance(scope, offer.approvalId, now);
}

/** Takes up what the queue has forgotten, after a restore or a long stop: nothing that was promised waits for ever. */
export async function resumeOffers(scope: Scope, now: Date): Promise<void> {
	const { due, lapsed } = await query.overdueOffers(scope, now);
	for (const offerId of due) await sendOffer(scope, { offerId }, now);
	for (const offerId of lapsed) await lapseOffer(scope, { offerId }, now);
}

/** An offer made to this very person; anyone else's is not found. */
export async function ownOffer(scope: Scope, actor: Actor, id: string): Promise<query.OfferRow> {
	const offer = await query.offerById(scope, id);
	if (!offer || offer.personId !== actor.personId || offer.status === 'waiting')
		throw new AppError('not_found');
	return offer;
}

/** Says no, with a reason in one tap; the next reserve is asked. */
export async function declineOffer(
	scope: Scope,
	actor: Actor,
	given: { offerId: string; reason: DeclineReason },
	now: Date
): Promise<void> {
	const offer = await ownOffer(scope, actor, given.offerId);
	if (offer.status === 'declined') return;
	const declined = await query.moveOffer(scope, offer.id, 'declined', {
		answeredAt: now,
		declineReason: given.reason
	});
	if (!declined) throw new AppError('lapsed', 'offer');
	await recordEvent(scope, { kind: 'request', id: offer.requestId }, 'declined', actor.personId, now);
	await advance(scope, offer.approvalId, now);
}

/**
 * Would come at another time: staff see it and agree or ask the next one.
 * @throws AppError `invalid` / `past` for a time that is over, `invalid` / `night` for one in the night, `lapsed` when it
 *   was too late
 */
export async function proposeOtherTime(
	scope: Scope,
	actor: Actor,
	given: { offerId: string; during: Span },
	now: Date,
	zone: string
): Promise<void> {
	const offer = await ownOffer(scope, actor, given.offerId);
	if (given.during.start <= now) throw new AppError('invalid', 'past');
	if (!isAtVisitHours(given.during, zone)) throw new AppError('invalid', 'night');
	const moved = await query.moveOffer(scope, offer.id, 'other_time_proposed', {
		answeredAt: now,
		proposed: given.during
	});
	if (!moved) throw new AppError('lapsed', 'offer');
	await recordEvent(
		scope,
		{ kind: 'request', id: offer.requestId },
		'other_time_proposed',
		actor.personId,
		now,
		{
			start: given.during.start.toISOString(),
			end: given.during.end.toISOString()
		}
	);
	const request = await requestById(scope, offer.requestId);
	const news = {
		params: { need: request?.need ?? '' },
		path: `/desk/requests/${offer.requestId}`,
		about: offer.id
	};
	await notify(scope, await staffIds(scope), { template: 'staff_other_time', ...news }, now);
}
