import { mayActFor } from '#lib/accounts/act-for.server.ts';
import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import * as query from './queries.server.ts';

/**
 * Whoever books, moves or cancels for somebody else is staff, or his proxy at this very moment.
 * @throws AppError `not_allowed` / `booking_proxy`; `not_found` for somebody whom the community does not know
 */
export async function requireRight(scope: Scope, actor: Actor, attendeeId: string): Promise<void> {
	if (!(await mayBook(scope, actor, attendeeId))) throw new AppError('not_allowed', 'booking_proxy');
	const isOther = attendeeId !== actor.personId;
	if (isOther && !(await personById(scope, attendeeId))) throw new AppError('not_found');
}

/** True for the one who comes, for his proxy at this very moment, and for staff. */
async function mayBook(scope: Scope, actor: Actor, attendeeId: string): Promise<boolean> {
	return isStaff(actor) || mayActFor(scope, actor, attendeeId, 'book');
}

/**
 * A booking that concerns somebody: he comes, he is the proxy of who comes, if only to see it, or he is staff.
 * @throws AppError `not_found`
 */
export async function bookingFor(scope: Scope, actor: Actor, id: string): Promise<query.BookingRow> {
	const booking = await query.bookingById(scope, id);
	if (!booking) throw new AppError('not_found');
	const { attendeeId } = booking;
	const sees =
		(await mayBook(scope, actor, attendeeId)) || (await mayActFor(scope, actor, attendeeId, 'see'));
	if (!sees) throw new AppError('not_found');
	return booking;
}
