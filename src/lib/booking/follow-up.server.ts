import type { Scope } from '#lib/db/client.server.ts';
import { enqueue, jobKind } from '#lib/jobs/queue.server.ts';
import type { BookingRow } from './queries.server.ts';
import { remindOf } from './remind.server.ts';

/** Looks, when its time is over, whether anybody came for a booking, as it stood when this was ordered. */
export const bookingOver = jobKind<{ bookingId: string; sequence: number }>('booking.is_over');

/** Orders what follows by itself from a booking that is made or has moved: the reminder, and the look when it is over. */
export async function followUp(scope: Scope, booking: BookingRow, now: Date): Promise<void> {
	const { id: bookingId, sequence, during } = booking;
	await remindOf(scope, booking, now);
	await enqueue(scope, bookingOver, { bookingId, sequence }, during.end);
}
