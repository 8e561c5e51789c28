import { isStaff, type Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import * as query from './queries.server.ts';

/**
 * Whoever books, moves or cancels for somebody else is staff, or his proxy at this very moment.
 * @throws AppError `not_allowed` / `booking_proxy`
 */
export async function requireRight(scope: Scope, actor: Actor, attendeeId: string): Promise<void> {
	if (attendeeId === actor.personId || isStaff(actor)) return;
	if (await query.holdRight(scope, attendeeId, actor.personId, 'book')) return;
	throw new AppError('not_allowed', 'booking_proxy');
}

/**
 * A booking that concerns somebody: he comes, he booked it, he is the attendee's proxy, or he is staff.
 * @throws AppError `not_found`
 */
export async function bookingFor(scope: Scope, actor: Actor, id: string): Promise<query.BookingRow> {
	const booking = await query.bookingById(scope, id);
	if (!booking || !(await concerns(scope, actor, booking))) throw new AppError('not_found');
	return booking;
}

async function concerns(scope: Scope, actor: Actor, booking: query.BookingRow): Promise<boolean> {
	if (isStaff(actor) || booking.attendeeId === actor.personId || booking.bookedBy === actor.personId)
		return true;
	const mine = await query.principalsOf(scope, actor.personId, 'book');
	return mine.some(({ id }) => id === booking.attendeeId);
}
