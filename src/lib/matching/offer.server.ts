import type { Actor } from '#lib/accounts/people.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue, jobKind } from '#lib/jobs/queue.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { communityById } from '#lib/places/queries.server.ts';
import { requestById, requestForUpdate, type RequestRow } from '#lib/requests/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { minute, type Span } from '#lib/shared/time.ts';
import { offerExpiry } from './expiry.ts';
import type { DeclineReason, OfferState } from './offers.ts';
import * as query from './queries.server.ts';
import { mayRemind, reminderAt } from './reminder.ts';
import { isAtVisitHours } from './visit-hours.ts';
import { markReminded } from './wave-queries.server.ts';
import { advance } from './wave.server.ts';

/** Looks whether somebody who has not answered is to be reminded. */
export const offerReminds = jobKind<{ offerId: string }>('offer.reminds');
/** Looks whether an offer was answered in time. */
export const offerLapses = jobKind<{ offerId: string }>('offer.lapses');

/** An offer with its request, the request locked: see `advance`. */
async function lockedOffer(
	scope: Scope,
	id: string
): Promise<{ offer: query.OfferRow; request: RequestRow } | undefined> {
	const seen = await query.offerById(scope, id);
	const request = seen && (await requestForUpdate(scope, seen.requestId));
	const offer = request && (await query.offerById(scope, id));
	return offer && request && { offer, request };
}

/** The same of an offer made to this very person; anyone else's is not found. */
export async function lockedOwnOffer(
	scope: Scope,
	actor: Actor,
	id: string
): Promise<{ offer: query.OfferRow; request: RequestRow }> {
	await ownOffer(scope, actor, id);
	return (await lockedOffer(scope, id))!;
}

/**
 * Works `offerDue`: the volunteer is told, and the clock of the offer runs from now, however late this is. What nobody
 * needs any more, or what would be over already, is not sent.
 */
export async function sendOffer(scope: Scope, { offerId }: { offerId: string }, now: Date): Promise<void> {
	const locked = await lockedOffer(scope, offerId);
	if (locked?.offer.status !== 'waiting') return;
	const { offer, request } = locked;
	if (request.life !== 'open' || offer.during.end <= now) {
		await query.moveOffer(scope, offerId, 'withdrawn', { answeredAt: now });
		return advance(scope, offer.approvalId, now);
	}
	const { zone } = (await communityById(scope, scope.communityId))!;
	const expiresAt = offerExpiry(request.urgency, now, offer.during.start, zone);
	const remindAt = reminderAt(now, expiresAt, zone);
	await query.moveOffer(scope, offerId, 'sent', { sentAt: now, expiresAt, remindAt });
	await recordEvent(scope, { kind: 'request', id: request.id }, 'offered', null, now);
	const news = { params: { need: request.need }, path: `/volunteer/offers/${offerId}`, about: offerId };
	await notify(scope, [offer.personId], { template: 'offer_new', ...news }, now);
	if (remindAt) await enqueue(scope, offerReminds, { offerId }, remindAt);
	await enqueue(scope, offerLapses, { offerId }, expiresAt);
}

/** Works `offerReminds`: once, by day, and only while there is time to answer. */
export async function remindOfOffer(
	scope: Scope,
	{ offerId }: { offerId: string },
	now: Date
): Promise<void> {
	const seen = await query.offerById(scope, offerId);
	const { zone } = (await communityById(scope, scope.communityId))!;
	if (!seen || !mayRemind(now, seen.expiresAt, zone)) return;
	const offer = await markReminded(scope, offerId, now);
	const request = offer && (await requestById(scope, offer.requestId));
	if (!request) return;
	const news = { params: { need: request.need }, path: `/volunteer/offers/${offerId}`, about: offerId };
	await notify(scope, [offer.personId], { template: 'offer_reminder', ...news }, now);
}

/**
 * Works `offerLapses`: no answer in time costs the volunteer nothing; the next one is asked. Two machines' clocks may
 * differ, so what comes too early is looked at again.
 */
export async function lapseOffer(scope: Scope, { offerId }: { offerId: string }, now: Date): Promise<void> {
	const { offer } = (await lockedOffer(scope, offerId)) ?? {};
	if (offer?.status !== 'sent') return;
	if (offer.expiresAt > now) return enqueue(scope, offerLapses, { offerId }, offer.expiresAt);
	await query.moveOffer(scope, offerId, 'lapsed', { answeredAt: now });
	await recordEvent(scope, { kind: 'request', id: offer.requestId }, 'lapsed', null, now);
	const news = { template: 'offer_lapsed', path: '/volunteer', about: offerId } as const;
	await notify(scope, [offer.personId], news, now);
	await advance(scope, offer.approvalId, now);
}

/** An offer made to this very person; anyone else's is not found. */
export async function ownOffer(scope: Scope, actor: Actor, id: string): Promise<query.OfferRow> {
	const offer = await query.offerById(scope, id);
	if (!offer || offer.personId !== actor.personId || offer.status === 'waiting')
		throw new AppError('not_found');
	return offer;
}

/** What is told who answers once more. */
const ownAnswers: Partial<Record<OfferState, string>> = {
	accepted: 'offer_accepted',
	declined: 'offer_declined',
	other_time_proposed: 'offer_other_time_proposed'
};

/**
 * Why an answer comes too late: he has answered already, as from a second tab; somebody was first; or the time for answering
 * is over. Whoever said yes must never be told that he need not come.
 */
export function tooLate(
	{ status }: Pick<query.OfferRow, 'status'>,
	{ life }: Pick<RequestRow, 'life'>
): AppError {
	const taken = life === 'filled' || life === 'done' ? 'taken' : 'offer';
	return new AppError('lapsed', ownAnswers[status] ?? taken);
}

/** Says no, with a reason in one tap; the next reserve is asked. */
export async function declineOffer(
	scope: Scope,
	actor: Actor,
	given: { offerId: string; reason: DeclineReason },
	now: Date
): Promise<void> {
	const { offer, request } = await lockedOwnOffer(scope, actor, given.offerId);
	if (offer.status === 'declined') return;
	const declined = await query.moveOffer(scope, offer.id, 'declined', {
		answeredAt: now,
		declineReason: given.reason
	});
	if (!declined) throw tooLate(offer, request);
	await recordEvent(scope, { kind: 'request', id: offer.requestId }, 'declined', actor.personId, now);
	await advance(scope, offer.approvalId, now);
}

/**
 * Would come at another time, for as long as was asked: staff see it and agree or ask the next one.
 * @throws AppError `invalid` / `past` for a time that is over, `invalid` / `night` for one in the night, `lapsed` when it
 *   was too late
 */
export async function proposeOtherTime(
	scope: Scope,
	actor: Actor,
	given: { offerId: string; start: Date },
	now: Date,
	zone: string
): Promise<void> {
	const { offer, request } = await lockedOwnOffer(scope, actor, given.offerId);
	const { start } = given;
	if (start <= now) throw new AppError('invalid', 'past');
	const during: Span = { start, end: new Date(+start + request.minutes * minute) };
	if (!isAtVisitHours(during, zone)) throw new AppError('invalid', 'night');
	const moved = await query.moveOffer(scope, offer.id, 'other_time_proposed', {
		answeredAt: now,
		proposed: during
	});
	if (!moved) throw tooLate(offer, request);
	await recordEvent(
		scope,
		{ kind: 'request', id: offer.requestId },
		'other_time_proposed',
		actor.personId,
		now,
		{
			start: start.toISOString(),
			end: during.end.toISOString()
		}
	);
	const news = { params: { need: request.need }, path: `/desk/requests/${request.id}`, about: offer.id };
	await notify(scope, await staffIds(scope), { template: 'staff_other_time', ...news }, now);
}
