import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import { isLeftOpen } from '#lib/booking/booking.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { moveBooking, visitBookingById } from './booking-queries.server.ts';
import { presentStates, type Ending } from './hall.ts';
import { moveTo, ticketAtHand } from './move.server.ts';
import { announce, endTicketOf } from './queries.server.ts';

/**
 * Closes a visit that was left open after its day, with its number. Its minutes are not known and are not counted.
 * @throws AppError `not_found`, `not_possible_now` / `visit_open` while it may still go on, `changed_meanwhile` / `booking`
 */
export async function closeVisit(
	scope: Scope,
	actor: Actor,
	{ id, as }: { id: string; as: Ending },
	now: Date
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const found = await visitBookingById(scope, id);
	if (!found) throw new AppError('not_found');
	if (!isLeftOpen(found.booking, now)) throw new AppError('not_possible_now', 'visit_open');
	const ended = {
		status: as,
		endedAt: now,
		startedAt: null,
		reason: as === 'served' ? null : 'left'
	} as const;
	if (!(await moveBooking(scope, id, ['arrived', 'serving'], ended))) {
		throw new AppError('changed_meanwhile', 'booking');
	}
	await endTicketOf(scope, id, presentStates, closed(as, now));
	await recordEvent(scope, { kind: 'booking', id }, `closed_${as}`, actor.personId, now);
	if (found.desk) await announce(scope, found.desk.stationId);
}

/**
 * Closes a number without an appointment that was left at a desk on an earlier day. Its minutes are not counted either.
 * @throws AppError `not_allowed`, `not_found`, `not_possible_now` / `visit_open` for one of today, `changed_meanwhile` / `ticket`
 */
export async function closeNumber(
	scope: Scope,
	actor: Actor,
	{ id, as }: { id: string; as: Ending },
	{ now, zone }: Here
): Promise<void> {
	const { day, bookingId } = await ticketAtHand(scope, actor, id);
	if (bookingId) throw new AppError('not_found');
	if (day >= dayOf(now, zone)) throw new AppError('not_possible_now', 'visit_open');
	await moveTo(scope, actor, id, closed(as, now), { kind: `closed_${as}`, now, from: ['serving'] });
}

function closed(as: Ending, now: Date) {
	return { status: as === 'served' ? 'served' : 'left', endedAt: now, startedAt: null } as const;
}
