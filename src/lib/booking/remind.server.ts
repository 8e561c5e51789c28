import type { Scope } from '#lib/db/client.server.ts';
import { enqueue, jobKind } from '#lib/jobs/queue.server.ts';
import { day } from '#lib/shared/time.ts';
import * as query from './queries.server.ts';
import { hasLostOfficer } from './stranded-queries.server.ts';
import { tell } from './tell.server.ts';

/** Reminds of a booking a day before, as it stood when the reminder was ordered. */
export const bookingReminds = jobKind<{ bookingId: string; sequence: number }>('booking.reminds');

/** Orders the reminder; who books for the next hours needs none. */
export async function remindOf(scope: Scope, booking: query.BookingRow, now: Date): Promise<void> {
	const at = new Date(booking.during.start.getTime() - day);
	if (at <= now) return;
	await enqueue(scope, bookingReminds, { bookingId: booking.id, sequence: booking.sequence }, at);
}

/**
 * Works `bookingReminds`: nobody is reminded of what was cancelled, or of a time that has changed since; and nobody is sent
 * on the way to a desk that is empty.
 */
export async function remindOfBooking(
	scope: Scope,
	{ bookingId, sequence }: { bookingId: string; sequence: number },
	now: Date
): Promise<void> {
	const booking = await query.bookingById(scope, bookingId);
	if (booking?.status !== 'booked' || booking.sequence !== sequence || booking.during.start <= now) return;
	const service = await query.serviceById(scope, booking.serviceId);
	const stranded = await hasLostOfficer(scope, bookingId, now);
	await tell(scope, stranded ? 'booking_reminder_stranded' : 'booking_reminder', booking, service!, now);
}
