import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf, minute } from '#lib/shared/time.ts';
import { isChangeable, stepOf } from './booking.ts';
import { followUp } from './follow-up.server.ts';
import { refusal, requireBookable } from './claim.server.ts';
import { offerPlaces } from './offer-place.server.ts';
import * as query from './queries.server.ts';
import { requireRight } from './rights.server.ts';
import { hasLostOfficer } from './stranded-queries.server.ts';
import { tell } from './tell.server.ts';
import type { Here } from './times.server.ts';

/** A booking that somebody may change now, locked, with its service. */
export interface Changeable {
	booking: query.BookingRow;
	service: query.ServiceRow;
}

/**
 * A booking that the actor may move or cancel: staff any time, others up to the cut-off, and until it begins where nobody
 * will be there for it.
 * @throws AppError `not_found`; `not_allowed` / `booking_proxy`; `changed_meanwhile` / `booking` where it stands no
 *   longer; `not_possible_now` / `booking_cut_off`
 */
export async function lockChangeable(scope: Scope, actor: Actor, id: string, now: Date): Promise<Changeable> {
	const booking = await query.bookingForUpdate(scope, id);
	if (!booking) throw new AppError('not_found');
	await requireRight(scope, actor, booking.attendeeId);
	if (booking.status !== 'booked') throw new AppError('changed_meanwhile', 'booking');
	const service = (await query.serviceById(scope, booking.serviceId))!;
	const inTime = isStaff(actor) || isChangeable(booking.during.start, service.cutOffMinutes, now);
	if (!inTime && !(await hasLostOfficer(scope, id, now))) {
		throw new AppError('not_possible_now', 'booking_cut_off');
	}
	return { booking, service };
}

/** Moves a booking to another time; it stays the same row, and the place that it leaves goes to whoever waits for one. */
export async function move(
	scope: Scope,
	actor: Actor,
	{ id, start }: { id: string; start: Date },
	here: Here
): Promise<void> {
	const { booking, service } = await lockChangeable(scope, actor, id, here.now);
	requireBookable({ ...service, withdrawnAt: null }, booking.place, start, here);
	const moved = await moveTo(scope, { booking, service }, start, here);
	if (!moved) throw await whyNot(scope, { booking, service }, start, here);
	await recordEvent(scope, { kind: 'booking', id }, 'moved', actor.personId, here.now, {
		from: booking.during.start.toISOString()
	});
	await tell(scope, 'booking_moved', moved, service, here.now);
	await followUp(scope, moved, here.now);
	await offerPlaces(scope, booking.localDay, here);
}

/** Takes the first seat that is free at a time; null where there is none. */
export async function moveTo(
	scope: Scope,
	{ booking, service }: Changeable,
	start: Date,
	{ now, zone }: Here
): Promise<query.BookingRow | null> {
	const during = { start, end: new Date(start.getTime() + service.minutes * minute) };
	const day = dayOf(start, zone);
	await query.clearHolds(scope, null, during, now);
	const seats = await query.seatsFor(scope, booking, during, { day, step: stepOf(service.minutes), now });
	for (const { deskId, officerId } of seats) {
		const change = { during, localDay: day, deskId, officerId, sequence: booking.sequence + 1 };
		const moved = await query.ifFree(scope, (inner) =>
			query.changeBooking(inner, booking.id, ['booked'], change)
		);
		if (moved) return moved;
	}
	return null;
}

async function whyNot(
	scope: Scope,
	{ booking, service }: Changeable,
	start: Date,
	here: Here
): Promise<AppError> {
	const day = dayOf(start, here.zone);
	const other = await query.sameDayBooking(scope, booking.attendeeId, service.id, day);
	if (other && other.id !== booking.id) return new AppError('already_taken', 'booking_same_day');
	const wanted = { service, place: booking.place, start, apart: [booking.id] };
	return refusal(scope, wanted, 'booking_time', here);
}
