import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { recordEvent, recordOpening } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { isAtVisitHours } from '#lib/matching/visit-hours.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf, minute, minuteOfDay, weekdayOf, type Span } from '#lib/shared/time.ts';
import { finishTask, type TaskEnd } from '#lib/tasks/perform.server.ts';
import { ifFree, moveTask, nextVisits, type TaskRow } from '#lib/tasks/queries.server.ts';
import { stillOffered } from './end.server.ts';
import { factsOfTwo, settingOf } from './facts.server.ts';
import { refusals } from './gates.ts';
import { sayDay } from '#lib/ui/dates.ts';
import * as query from './pair-queries.server.ts';
import type { MeetingWord } from './pairings.ts';
import { campaignById } from './queries.server.ts';
import { tellResident, tellStaff } from './tell.server.ts';
import { tendPairing } from './tend.server.ts';
import { addVisit } from './visits.server.ts';

/**
 * The member says yes: the two are introduced, and the address opens to the member.
 * @throws AppError `lapsed` / `pairing`, `pairing_accepted` when it is no longer offered, `not_possible_now` / `gate` when a gate has closed
 */
export async function acceptPairing(
	scope: Scope,
	actor: Actor,
	id: string,
	now: Date,
	zone: string
): Promise<void> {
	const pairing = await query.pairingForUpdate(scope, id);
	if (pairing?.memberId !== actor.personId) throw new AppError('not_found');
	stillOffered(pairing);
	const campaign = await campaignById(scope, pairing.campaignId);
	const facts = campaign && (await factsOfTwo(scope, campaign, pairing, now, zone));
	if (!facts) throw new AppError('not_possible_now', 'gate', { gate: 'card' });
	const [closed] = refusals(facts.resident, facts.member, settingOf(campaign, dayOf(now, zone)));
	if (closed) throw new AppError('not_possible_now', 'gate', { gate: closed.code });
	await query.movePairing(scope, id, 'setting_up', { acceptedAt: now });
	await recordEvent(scope, { kind: 'pairing', id }, 'accepted', actor.personId, now);
	await recordOpening(scope, {
		personId: pairing.residentId,
		what: 'address_and_phone',
		reason: 'task_accepted',
		actorId: actor.personId,
		at: now
	});
	await tellResident(scope, pairing, 'pairing_companion', now);
	await tendPairing(scope, { pairingId: id }, now);
}

/** A pair of which the actor is one, or that staff look after. @throws AppError `not_found` */
async function pairOf(scope: Scope, actor: Actor, id: string): Promise<query.PairingRow> {
	const pairing = await query.pairingForUpdate(scope, id);
	const mine = pairing && [pairing.memberId, pairing.residentId].includes(actor.personId);
	if (!pairing || !(mine || isStaff(actor))) throw new AppError('not_found');
	return pairing;
}

/** The time that the two agree on: to come, by day, and while the campaign lasts. */
async function spanFrom(
	scope: Scope,
	{ campaignId, minutes }: query.PairingRow,
	start: Date,
	now: Date,
	zone: string
): Promise<Span> {
	const span = { start, end: new Date(start.getTime() + minutes * minute) };
	if (start <= now) throw new AppError('invalid', 'past');
	const { toDay } = (await campaignById(scope, campaignId))!;
	if (dayOf(start, zone) > toDay) {
		throw new AppError('invalid', 'after_campaign', { last: sayDay(toDay, dayOf(now, zone)) });
	}
	if (!isAtVisitHours(span, zone)) throw new AppError('invalid', 'night');
	return span;
}

/**
 * Agrees on the first meeting, or on another time for it. Visits follow its weekday and hour unless theirs are fixed.
 * @throws AppError `invalid` / `past`, `after_campaign`, `night`; `not_possible_now` / `busy_then` where the member is promised elsewhere
 */
export async function agreeFirstMeeting(
	scope: Scope,
	actor: Actor,
	given: { id: string; start: Date },
	now: Date,
	zone: string
): Promise<void> {
	const pairing = await pairOf(scope, actor, given.id);
	if (pairing.status !== 'setting_up' && pairing.status !== 'first_meeting') {
		throw new AppError('changed_meanwhile', 'pairing');
	}
	const span = await spanFrom(scope, pairing, given.start, now, zone);
	const visit = (await nextVisits(scope, [pairing.id])).get(pairing.id);
	const agreed = visit
		? await ifFree(scope, (inner) => moveTask(inner, visit.id, ['planned'], { during: span }))
		: await addVisit(scope, pairing, span, now);
	if (!agreed) throw new AppError('not_possible_now', 'busy_then');
	const hours = await fixedHoursOf(scope, pairing);
	const change = hours ?? {
		weekdays: [weekdayOf(dayOf(span.start, zone))],
		atMinute: minuteOfDay(span.start, zone)
	};
	if (pairing.status === 'setting_up') await query.movePairing(scope, pairing.id, 'first_meeting', change);
	else await query.changePairing(scope, pairing.id, ['first_meeting'], change);
	await recordEvent(scope, { kind: 'pairing', id: pairing.id }, 'meeting_agreed', actor.personId, now, {
		start: span.start.toISOString(),
		end: span.end.toISOString()
	});
	await tellOther(scope, actor, pairing, 'pairing_meeting', span.start, now);
	await tendPairing(scope, { pairingId: pairing.id }, now);
}

/** The hours of standing visits, which no first meeting changes. */
async function fixedHoursOf(scope: Scope, { campaignId, weekdays, atMinute }: query.PairingRow) {
	const campaign = await campaignById(scope, campaignId);
	return campaign?.kind === 'standing' ? { weekdays, atMinute } : null;
}

/** The two of a pair tell each other; what staff do both are told. */
async function tellOther(
	scope: Scope,
	actor: Actor,
	pairing: query.PairingRow,
	template: 'pairing_meeting' | 'visit_moved' | 'visit_off',
	start: Date,
	now: Date
): Promise<void> {
	const about = `${pairing.id}:${start.toISOString()}`;
	if (actor.personId !== pairing.residentId) await tellResident(scope, pairing, template, now, about);
	if (actor.personId === pairing.memberId) return;
	await notify(
		scope,
		[pairing.memberId],
		{ template, params: { name: '' }, path: `/volunteer/pairs/${pairing.id}`, about },
		now
	);
}

/**
 * The two have met: how it was, in a word, and how long. From now on visits are made in the agreed rhythm.
 */
export async function recordMeeting(
	scope: Scope,
	actor: Actor,
	given: { id: string; minutes: number; word: MeetingWord; note: string | null },
	now: Date
): Promise<void> {
	const pairing = await query.pairingForUpdate(scope, given.id);
	if (pairing?.memberId !== actor.personId) throw new AppError('not_found');
	const visit = (await nextVisits(scope, [given.id])).get(given.id);
	if (pairing.status !== 'first_meeting' || !visit) throw new AppError('changed_meanwhile', 'pairing');
	await query.changePairing(scope, given.id, ['first_meeting'], { metWord: given.word });
	const { minutes, note } = given;
	await finishTask(scope, actor, { id: visit.id, minutes, note, photoId: null }, now);
}

/** Another time for the visit ahead, agreed on by the two; the other one is told. */
export async function moveVisit(
	scope: Scope,
	actor: Actor,
	given: { id: string; start: Date },
	now: Date,
	zone: string
): Promise<void> {
	const pairing = await pairOf(scope, actor, given.id);
	const visit = (await nextVisits(scope, [pairing.id])).get(pairing.id);
	if (pairing.status !== 'going_on' || visit?.status !== 'planned') {
		throw new AppError('changed_meanwhile', 'pairing');
	}
	const span = await spanFrom(scope, pairing, given.start, now, zone);
	const moved = await ifFree(scope, (inner) => moveTask(inner, visit.id, ['planned'], { during: span }));
	if (!moved) throw new AppError('not_possible_now', 'busy_then');
	await recordEvent(scope, { kind: 'pairing', id: pairing.id }, 'visit_moved', actor.personId, now, {
		start: span.start.toISOString(),
		end: span.end.toISOString()
	});
	await tellOther(scope, actor, pairing, 'visit_moved', span.start, now);
	await tendPairing(scope, { pairingId: pairing.id }, now);
}

/** The resident, or staff for them, say that a visit does not suit: it is off, and the next one comes in its time. */
export async function skipVisit(scope: Scope, actor: Actor, id: string, now: Date): Promise<void> {
	const pairing = await pairOf(scope, actor, id);
	if (actor.personId === pairing.memberId && !isStaff(actor)) throw new AppError('not_allowed');
	const visit = (await nextVisits(scope, [pairing.id])).get(pairing.id);
	const off = { status: 'cancelled' as const, reason: 'resident', endedAt: now };
	if (pairing.status !== 'going_on' || !visit || !(await moveTask(scope, visit.id, ['planned'], off))) {
		throw new AppError('changed_meanwhile', 'pairing');
	}
	await recordEvent(scope, { kind: 'pairing', id: pairing.id }, 'visit_skipped', actor.personId, now);
	await tellOther(scope, actor, pairing, 'visit_off', visit.during.start, now);
	await tendPairing(scope, { pairingId: pairing.id }, now);
}

/** What happens to a pair when one of its visits ends; registered for tasks of the kind `visit`. */
export const visitTaskEnd: TaskEnd = {
	async done(scope, task, now) {
		const pairing = await query.pairingForUpdate(scope, task.subjectId);
		if (!pairing) return;
		if (pairing.status === 'first_meeting') {
			await query.movePairing(scope, pairing.id, 'going_on', { metAt: task.startedAt ?? task.during.start });
			await recordEvent(scope, { kind: 'pairing', id: pairing.id }, 'met', task.personId, now);
		}
		await tellResident(scope, pairing, 'visit_done', now, task.id);
		await tendPairing(scope, { pairingId: pairing.id }, now);
	},
	async droppedOut(scope, task, now) {
		const pairing = await query.pairingForUpdate(scope, task.subjectId);
		if (!pairing) return;
		if (pairing.status === 'first_meeting') await query.movePairing(scope, pairing.id, 'setting_up');
		await tellResident(scope, pairing, 'visit_off', now, task.id);
		await tellStaff(scope, pairing, 'staff_visit_dropped', now, task.id);
		await tendPairing(scope, { pairingId: pairing.id }, now);
	}
};

/** The visit ahead of a member's own pair. @throws AppError `not_found` */
export async function ownVisit(scope: Scope, actor: Actor, pairingId: string): Promise<TaskRow> {
	const visit = (await nextVisits(scope, [pairingId])).get(pairingId);
	if (visit?.personId !== actor.personId) throw new AppError('not_found');
	return visit;
}
