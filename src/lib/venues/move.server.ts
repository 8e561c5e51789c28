import { recordEvent } from '#lib/audit/record.server.ts';
import { ifFree } from '#lib/booking/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { heldVenue } from '#lib/places/venue-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf, type Span } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { requireUsable, taken } from './book.server.ts';
import * as query from './queries.server.ts';
import { tell } from './tell.server.ts';

/**
 * Moves a booking to another time of its venue, in the caller's transaction, which goes on where this is refused; it stays
 * the same row. The one who booked is told unless he did it.
 * @param by who did it; null for the system
 * @throws AppError `not_found`; `changed_meanwhile` / `venues_booking` where it stands no longer; as `bookVenue` does
 */
export async function moveVenueBooking(
	scope: Scope,
	by: string | null,
	{ id, during }: { id: string; during: Span },
	here: Here
): Promise<void> {
	const booking = await standing(scope, id);
	const venue = (await heldVenue(scope, booking.venueId))!;
	await requireUsable(scope, venue, { during, people: booking.people }, here);
	const change = { during, localDay: dayOf(during.start, here.zone), sequence: booking.sequence + 1 };
	const moved = await ifFree(scope, (inner) => query.changeBooking(inner, id, change));
	if (!moved) {
		const other = booking.forOneself && (await query.ownBookingOn(scope, { ...booking, ...change }));
		throw other && other.id !== id
			? new AppError('already_taken', 'venues_same_day')
			: await taken(scope, venue, during, here, id);
	}
	const from = booking.during.start.toISOString();
	await recordEvent(scope, { kind: 'venue_booking', id }, 'moved', by, here.now, { from });
	await tell(scope, 'venue_moved', moved, venue, by, here.now);
}

/**
 * A booking that stands, locked.
 * @throws AppError `not_found`; `changed_meanwhile` / `venues_booking`
 */
export async function standing(scope: Scope, id: string): Promise<query.VenueBookingRow> {
	const booking = await query.bookingForUpdate(scope, id);
	if (!booking) throw new AppError('not_found');
	if (booking.status !== 'booked') throw new AppError('changed_meanwhile', 'venues_booking');
	return booking;
}
