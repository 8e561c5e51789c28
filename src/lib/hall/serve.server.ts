import { communityKey, sealFor } from '#lib/accounts/keys.server.ts';
import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { askForRating } from '#lib/booking/ask-rating.server.ts';
import type { BookingState } from '#lib/booking/booking.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { seal } from '#lib/db/vault.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { moveBooking, visitBookingById } from './booking-queries.server.ts';
import { miss } from './miss.server.ts';
import { moveTo, ticketAtHand } from './move.server.ts';
import * as query from './queries.server.ts';

/*
 * What staff do with somebody whom they have called. His booking follows in the same transaction. What staff do at their
 * desks is their work: it is counted from tickets and bookings and never stands among the records of volunteers' service.
 */

/** He is at the desk. @throws AppError `changed_meanwhile` / `ticket` unless he was called */
export async function start(scope: Scope, actor: Actor, id: string, now: Date): Promise<void> {
	await ticketAtHand(scope, actor, id);
	const { bookingId } = await moveTo(
		scope,
		actor,
		id,
		{ status: 'serving', startedAt: now },
		{ kind: 'started', now }
	);
	if (bookingId)
		await follow(scope, bookingId, ['arrived', 'no_show'], { status: 'serving', startedAt: now });
}

/** His matter is done. @throws AppError `changed_meanwhile` / `ticket` unless he is at the desk */
export async function finish(scope: Scope, actor: Actor, id: string, now: Date): Promise<void> {
	await ticketAtHand(scope, actor, id);
	const { bookingId } = await moveTo(
		scope,
		actor,
		id,
		{ status: 'served', endedAt: now },
		{ kind: 'served', now, from: ['serving'] }
	);
	if (!bookingId) return;
	await follow(scope, bookingId, ['serving', 'no_show'], { status: 'served', endedAt: now });
	await askForRating(scope, bookingId, now);
}

/**
 * He was called and is not there. Nothing is held against him; after two appointments in a row that he missed he is asked
 * what stands in the way.
 * @throws AppError `changed_meanwhile` / `ticket` unless he was called
 */
export async function missCall(scope: Scope, actor: Actor, id: string, now: Date): Promise<void> {
	await ticketAtHand(scope, actor, id);
	const { bookingId } = await moveTo(
		scope,
		actor,
		id,
		{ status: 'no_show', endedAt: now },
		{ kind: 'missed', now }
	);
	if (bookingId) await miss(scope, bookingId, ['arrived'], { actorId: actor.personId, now });
}

/** Another desk is to take him; he keeps his turn. Minutes at the first desk are not counted. */
export async function transfer(
	scope: Scope,
	actor: Actor,
	{ id, deskId }: { id: string; deskId: string },
	now: Date
): Promise<void> {
	const ticket = await ticketAtHand(scope, actor, id);
	if (deskId === ticket.deskId) throw new AppError('invalid', 'same_desk');
	const desk = await query.deskForCall(scope, deskId, ticket.day);
	if (!desk || desk.stationId !== ticket.stationId) throw new AppError('not_found');
	const back = { status: 'waiting', deskId, officerId: null, calledAt: null, startedAt: null } as const;
	const { bookingId } = await moveTo(scope, actor, id, back, { kind: 'transferred', now });
	if (bookingId) await follow(scope, bookingId, ['serving'], { status: 'arrived', startedAt: null });
}

/**
 * Somebody goes away by himself: he says so on his phone, or staff do for him.
 * @throws AppError `not_found` for another's number, `changed_meanwhile` / `ticket` once he is at the desk
 */
export async function leave(scope: Scope, actor: Actor, id: string, now: Date): Promise<void> {
	const ticket = await query.ticketById(scope, id);
	if (!ticket || !(isStaff(actor) || (await isOwn(scope, actor, ticket)))) throw new AppError('not_found');
	const { bookingId } = await moveTo(
		scope,
		actor,
		id,
		{ status: 'left', endedAt: now },
		{ kind: 'left', now, from: ['waiting', 'called'] }
	);
	const gone = { status: 'cancelled', endedAt: now, reason: 'left' } as const;
	if (bookingId) await follow(scope, bookingId, ['arrived', 'no_show'], gone);
}

/** True for the one who comes, and for whoever booked for him. */
export async function isOwn(
	scope: Scope,
	{ personId }: Actor,
	ticket: Pick<query.TicketRow, 'personId' | 'bookingId'>
): Promise<boolean> {
	if (ticket.personId === personId) return true;
	if (!ticket.bookingId) return false;
	return (await visitBookingById(scope, ticket.bookingId))?.booking.bookedBy === personId;
}

/** What is to be remembered of the visit; empty takes it away. Sealed under the key of the person, if known. */
export async function writeNote(
	scope: Scope,
	actor: Actor,
	{ id, note }: { id: string; note: string | null }
): Promise<void> {
	const ticket = await ticketAtHand(scope, actor, id);
	const key = await communityKey(scope);
	const person = ticket.personId ? await personById(scope, ticket.personId) : undefined;
	const place = `tickets.note:${id}`;
	const sealed = note && (person ? sealFor(key, person, note, place) : seal(key, note, place));
	await query.writeTicketNote(scope, id, sealed || null);
}

/**
 * The booking goes the way of its number. Where the person has meanwhile booked the same again, the old one stays as it
 * ended: the number alone tells of the visit.
 */
async function follow(
	scope: Scope,
	bookingId: string,
	from: readonly BookingState[],
	change: Parameters<typeof moveBooking>[3]
): Promise<void> {
	await query.unlessTaken(scope, (inner) => moveBooking(inner, bookingId, from, change));
}
