import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { recordEvent, recordOpening } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { changeRequest, requestForUpdate, type RequestRow } from '#lib/requests/queries.server.ts';
import { tellAsker } from '#lib/requests/triage.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import type { Span } from '#lib/shared/time.ts';
import { addTask, countStanding } from '#lib/tasks/queries.server.ts';
import { promiseMade } from './clash.server.ts';
import { contextAt, factsFor } from './facts.server.ts';
import { recheck } from './gates.ts';
import type { GateCode } from './matching.ts';
import { lockedOwnOffer, tooLate } from './offer.server.ts';
import * as query from './queries.server.ts';
import { advance } from './wave.server.ts';

/**
 * The volunteer says yes: the offer becomes a task, and the address opens to him.
 * @throws AppError `lapsed` when it was too late, `not_possible_now` when a gate has closed since or he is promised
 *   elsewhere at that time
 */
export async function acceptOffer(
	scope: Scope,
	actor: Actor,
	offerId: string,
	now: Date,
	zone: string
): Promise<{ taskId: string }> {
	const { offer, request } = await lockedOwnOffer(scope, actor, offerId);
	if (request.life !== 'open' || offer.status !== 'sent' || offer.expiresAt <= now)
		throw tooLate(offer, request);
	await query.moveOffer(scope, offer.id, 'accepted', { answeredAt: now });
	await checkGates(scope, request, offer, now, zone);
	return promise(scope, request, offer, offer.during, actor.personId, now);
}

/** Staff agree to the time that a volunteer proposed, after asking the one to be helped. */
export async function agreeOtherTime(
	scope: Scope,
	actor: Actor,
	offerId: string,
	now: Date
): Promise<{ taskId: string }> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const offer = await query.offerById(scope, offerId);
	if (!offer?.proposed) throw new AppError('not_found');
	const request = await requestForUpdate(scope, offer.requestId);
	if (request?.life !== 'open' || offer.proposed.start <= now)
		throw new AppError('not_possible_now', 'other_time');
	if (!(await query.moveOffer(scope, offer.id, 'accepted'))) throw new AppError('changed_meanwhile', 'offer');
	const answer = await promise(scope, request, offer, offer.proposed, actor.personId, now);
	const news = { params: { need: request.need }, path: `/volunteer/tasks/${answer.taskId}`, about: offer.id };
	await notify(scope, [offer.personId], { template: 'other_time_agreed', ...news }, now);
	return answer;
}

/** Staff say no to a proposed time; the next reserve is asked. */
export async function refuseOtherTime(scope: Scope, actor: Actor, offerId: string, now: Date): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const seen = await query.offerById(scope, offerId);
	if (seen) await requestForUpdate(scope, seen.requestId);
	const offer = await query.offerById(scope, offerId);
	if (offer?.status !== 'other_time_proposed') throw new AppError('changed_meanwhile', 'offer');
	await query.moveOffer(scope, offer.id, 'withdrawn');
	await recordEvent(
		scope,
		{ kind: 'request', id: offer.requestId },
		'other_time_refused',
		actor.personId,
		now
	);
	await notify(
		scope,
		[offer.personId],
		{ template: 'other_time_refused', path: '/volunteer', about: offer.id },
		now
	);
	await advance(scope, offer.approvalId, now);
}

async function checkGates(
	scope: Scope,
	row: RequestRow,
	offer: query.OfferRow,
	now: Date,
	zone: string
): Promise<void> {
	const { request, volunteers } = await factsFor(scope, row, now, zone);
	const volunteer = volunteers.find((one) => one.personId === offer.personId);
	if (!volunteer) throw new AppError('not_possible_now', 'gate', { gate: 'card' });
	const approved = (await query.approvedOf(scope, offer.approvalId)).find(
		(one) => one.personId === offer.personId
	);
	const lifted = [...((approved?.overridden ?? []) as GateCode[]), ...softly];
	const agreed = { ...request, windows: [offer.during] };
	const [closed] = recheck(agreed, volunteer, { ...contextAt(now, zone), lifted }).stops;
	if (closed) throw new AppError('not_possible_now', 'gate', { gate: closed.code });
}

/** A volunteer who says yes may go past the caps he set for comfort. */
const softly: readonly GateCode[] = ['active_tasks', 'weekly_minutes', 'time'];

async function promise(
	scope: Scope,
	request: RequestRow,
	offer: query.OfferRow,
	during: Span,
	actorId: string,
	now: Date
): Promise<{ taskId: string }> {
	const taskId = newId();
	await addTask(scope, {
		id: taskId,
		kind: 'help',
		subjectId: request.id,
		personId: offer.personId,
		forPersonId: request.forPersonId,
		during,
		status: 'planned',
		createdAt: now
	}).catch(refuseOverlap);
	await recordEvent(scope, { kind: 'request', id: request.id }, 'accepted_offer', actorId, now, {
		start: during.start.toISOString(),
		end: during.end.toISOString()
	});
	await recordOpening(scope, {
		personId: request.forPersonId,
		what: 'address_and_phone',
		reason: 'task_accepted',
		actorId: offer.personId,
		at: now
	});
	await enqueue(scope, promiseMade, { personId: offer.personId });
	const missing = request.peopleNeeded - (await countStanding(scope, 'help', request.id));
	if (missing > 0) await advance(scope, offer.approvalId, now);
	else await fill(scope, request, offer.approvalId, now);
	return { taskId };
}

/** PostgreSQL's word for a second row in a place that an exclusion keeps for one. */
const exclusionViolation = '23P01';

function refuseOverlap(error: unknown): never {
	const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
	if (cause?.code === exclusionViolation) throw new AppError('not_possible_now', 'busy_then');
	throw error;
}

/** All places taken: the request is arranged, and who was asked in vain hears at once that somebody was first. */
async function fill(scope: Scope, request: RequestRow, approvalId: string, now: Date): Promise<void> {
	await changeRequest(
		scope,
		request.id,
		{ life: ['open'] },
		{ life: 'filled', reopenedAt: null, updatedAt: now }
	);
	await query.endApproval(scope, approvalId, 'filled', now);
	for (const { id, personId, reached } of await query.withdrawOpenOffers(scope, approvalId, now)) {
		const news = { params: { need: request.need }, path: `/volunteer/offers/${id}`, about: id };
		if (reached) await notify(scope, [personId], { template: 'offer_taken', ...news }, now);
	}
	await tellAsker(scope, request, 'request_arranged', now);
}
