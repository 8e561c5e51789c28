import { bookingOver } from '#lib/booking/follow-up.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import { minute } from '#lib/shared/time.ts';
import { bookedUntil, visitBookingById } from './booking-queries.server.ts';
import { lastDutyEnd } from './day-queries.server.ts';
import { miss } from './miss.server.ts';

/** So long after the last duty somebody who is late may still be served. */
const grace = 30 * minute;

/**
 * Works `bookingOver`: in the evening, when the last duty of the station is over, an appointment for which nobody checked
 * in has been missed. Who is in the hall, or was at home, is left to staff to close.
 */
export async function closeMissed(
	scope: Scope,
	data: { bookingId: string; sequence: number },
	now: Date
): Promise<void> {
	const found = await visitBookingById(scope, data.bookingId);
	if (found?.booking.status !== 'booked' || found.booking.sequence !== data.sequence) return;
	const { booking, desk } = found;
	const lastEnd = await lastDutyEnd(scope, booking.localDay, {
		stationId: desk?.stationId ?? null,
		officerId: booking.officerId
	});
	const evening = new Date(Math.max(+booking.during.end, +(lastEnd ?? 0)) + grace);
	if (now < evening) return enqueue(scope, bookingOver, data, evening);
	await miss(scope, booking.id, ['booked'], { actorId: null, now });
}

/** Takes up the evenings that passed while nobody worked the queue. */
export async function resumeEvenings(scope: Scope, now: Date): Promise<void> {
	for (const { id: bookingId, sequence } of await bookedUntil(scope, now)) {
		await enqueue(scope, bookingOver, { bookingId, sequence });
	}
}
