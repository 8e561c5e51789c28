import { openContact, type Contact } from '#lib/accounts/open.server.ts';
import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import { askForRating } from '#lib/booking/ask-rating.server.ts';
import type { BookingState } from '#lib/booking/booking.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { afterwards } from '#lib/tasks/address-window.ts';
import { moveBooking, visitBookingById, type VisitBooking } from './booking-queries.server.ts';

/** A home visit has begun. @throws AppError `not_found` for what is at a desk, `changed_meanwhile` / `booking` */
export function startVisit(scope: Scope, actor: Actor, id: string, now: Date): Promise<void> {
	const started = { status: 'serving', arrivedAt: now, startedAt: now } as const;
	return move(scope, actor, { id, from: ['booked', 'arrived'], to: started, kind: 'visit_started' }, now);
}

/** A home visit is done: it counts like one at a desk. @throws AppError as `startVisit` */
export async function finishVisit(scope: Scope, actor: Actor, id: string, now: Date): Promise<void> {
	const done = { status: 'served', endedAt: now } as const;
	await move(scope, actor, { id, from: ['serving'], to: done, kind: 'visit_served' }, now);
	await askForRating(scope, id, now);
}

/**
 * Door and telephone of a home visit, opened for the officer who goes there, until twelve hours after it as for any other
 * helper. That they were is written down for the one visited to see.
 * @throws AppError `not_found` for another officer's, for what is at a desk, and once it is closed
 */
export async function openVisit(scope: Scope, actor: Actor, id: string, now: Date): Promise<Contact> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const booking = (await visitBookingById(scope, id))?.booking;
	if (!booking || booking.place !== 'home' || booking.officerId !== actor.personId || !isOpen(booking, now)) {
		throw new AppError('not_found');
	}
	const opening = { what: 'address_and_phone', reason: 'home_visit' } as const;
	return openContact(scope, actor, { personId: booking.attendeeId, ...opening }, now);
}

function isOpen({ status, during, endedAt }: VisitBooking['booking'], now: Date): boolean {
	const stands = ['booked', 'arrived', 'serving', 'served'].includes(status);
	return stands && now.getTime() < (endedAt ?? during.end).getTime() + afterwards;
}

interface Moving {
	id: string;
	from: readonly BookingState[];
	to: Parameters<typeof moveBooking>[3];
	kind: string;
}

async function move(scope: Scope, actor: Actor, { id, from, to, kind }: Moving, now: Date): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const found = await visitBookingById(scope, id);
	if (!found || found.booking.place !== 'home') throw new AppError('not_found');
	if (!(await moveBooking(scope, id, from, to))) throw new AppError('changed_meanwhile', 'booking');
	const subject = { kind: 'person', id: found.booking.attendeeId } as const;
	await recordEvent(scope, subject, kind, actor.personId, now, { booking: id });
}
