import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import { isLeftOpen } from '#lib/booking/booking.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { moveBooking, visitBookingById } from './booking-queries.server.ts';
import { presentStates } from './hall.ts';
import { announce, endTicketOf } from './queries.server.ts';

/** How a visit ended that nobody closed in time: he was served, or went away without. */
export const endings = ['served', 'cancelled'] as const;

/**
 * Closes a visit that was left open after its day, with its number. Its minutes are not known and are not counted.
 * @throws AppError `not_found`, `not_possible_now` / `visit_open` while it may still go on, `changed_meanwhile` / `booking`
 */
export async function closeVisit(
	scope: Scope,
	actor: Actor,
	{ id, as }: { id: string; as: (typeof endings)[number] },
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
	const closed = { status: as === 'served' ? 'served' : 'left', endedAt: now, startedAt: null } as const;
	await endTicketOf(scope, id, presentStates, closed);
	await recordEvent(scope, { kind: 'booking', id }, `closed_${as}`, actor.personId, now);
	if (found.desk) await announce(scope, found.desk.stationId);
}
