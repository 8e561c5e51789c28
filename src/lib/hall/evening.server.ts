import { recordEvent } from '#lib/audit/record.server.ts';
import { bookingOver } from '#lib/booking/follow-up.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue, jobKind } from '#lib/jobs/queue.server.ts';
import { communityById } from '#lib/places/queries.server.ts';
import { dayOf, minute } from '#lib/shared/time.ts';
import { bookedUntil, visitBookingById } from './booking-queries.server.ts';
import { lastDutyEnd } from './day-queries.server.ts';
import type { TicketState } from './hall.ts';
import { miss } from './miss.server.ts';
import * as query from './queries.server.ts';

/** So long after the last duty somebody who is late may still be served. */
const grace = 30 * minute;

/** From when on nobody is served any more. @param end of the last duty, or what ends later, milliseconds */
export function eveningAfter(end: number): Date {
	return new Date(end + grace);
}

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
	const at = desk ? { stationId: desk.stationId } : { officerId: booking.officerId };
	const lastEnd = await lastDutyEnd(scope, booking.localDay, at);
	const evening = eveningAfter(Math.max(+booking.during.end, +(lastEnd ?? 0)));
	if (now < evening) return enqueue(scope, bookingOver, data, evening);
	await miss(scope, booking.id, ['booked'], { actorId: null, now });
}

/** Closes in the evening a number without an appointment that nobody served. */
export const numberOver = jobKind<{ ticketId: string }>('hall.number_is_over');

/**
 * Works `numberOver`: a number that was not reached when the last duty of the station is over ends by itself, and says so
 * to whoever looks. Who is at a desk is left to staff to close.
 */
export async function closeNotReached(scope: Scope, data: { ticketId: string }, now: Date): Promise<void> {
	const ticket = await query.ticketById(scope, data.ticketId);
	if (!ticket || !notServed.includes(ticket.status)) return;
	const { id, day, stationId, arrivedAt } = ticket;
	const lastEnd = await lastDutyEnd(scope, day, { stationId });
	const evening = eveningAfter(Math.max(+arrivedAt, +(lastEnd ?? 0)));
	if (now < evening) return enqueue(scope, numberOver, data, evening);
	const over = { status: 'left', reason: 'not_reached', endedAt: now } as const;
	if (!(await query.moveTicket(scope, id, notServed, over))) return;
	await recordEvent(scope, { kind: 'ticket', id }, 'not_reached', null, now);
	await query.announce(scope, stationId);
}

const notServed: readonly TicketState[] = ['waiting', 'called'];

/** Takes up the evenings that passed while nobody worked the queue. */
export async function resumeEvenings(scope: Scope, now: Date): Promise<void> {
	const { zone } = (await communityById(scope, scope.communityId))!;
	for (const { id: ticketId } of await query.walkInsUntil(scope, dayOf(now, zone), notServed)) {
		await enqueue(scope, numberOver, { ticketId });
	}
	for (const { id: bookingId, sequence } of await bookedUntil(scope, now)) {
		await enqueue(scope, bookingOver, { bookingId, sequence });
	}
}
