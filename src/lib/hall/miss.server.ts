import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { BookingState } from '#lib/booking/booking.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { moveBooking, pastStates, visitBookingById } from './booking-queries.server.ts';
import { isAsked } from './no-shows.ts';
import { announce } from './queries.server.ts';

/**
 * Nobody came for an appointment.
 * @throws AppError `not_found`, `not_possible_now` / `ahead` before it has begun, `changed_meanwhile` / `booking`
 */
export async function missBooking(scope: Scope, actor: Actor, bookingId: string, now: Date): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const found = await visitBookingById(scope, bookingId);
	if (!found) throw new AppError('not_found');
	if (now < found.booking.during.start) throw new AppError('not_possible_now', 'ahead');
	const by = { actorId: actor.personId, now };
	if (!(await miss(scope, bookingId, ['booked'], by))) throw new AppError('changed_meanwhile', 'booking');
}

/**
 * An appointment ends as missed where it still is in one of these states. After two in a row the person is asked what
 * stands in the way.
 * @returns false where it is in another
 */
export async function miss(
	scope: Scope,
	bookingId: string,
	from: readonly BookingState[],
	{ actorId, now }: { actorId: string | null; now: Date }
): Promise<boolean> {
	if (!(await moveBooking(scope, bookingId, from, { status: 'no_show', endedAt: now }))) return false;
	const { booking, desk } = (await visitBookingById(scope, bookingId))!;
	await recordEvent(scope, { kind: 'booking', id: bookingId }, 'missed', actorId, now);
	if (desk) await announce(scope, desk.stationId);
	const { attendeeId } = booking;
	const past = await pastStates(scope, [attendeeId]);
	if (!isAsked(past.get(attendeeId) ?? [])) return true;
	const news = { template: 'booking_missed_twice', path: '/bookings', about: bookingId } as const;
	await notify(scope, [attendeeId], news, now);
	return true;
}
