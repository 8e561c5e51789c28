import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { venueById } from '#lib/places/venue-queries.server.ts';
import type { Here } from '#lib/ui/dates.ts';
import { standing } from './move.server.ts';
import * as query from './queries.server.ts';
import { tell } from './tell.server.ts';

/**
 * Cancels a booking, in the caller's transaction; others can have the time at once. The one who booked is told unless he
 * did it.
 * @param by who did it; null for the system
 * @param reason in words that the one who booked reads
 * @throws AppError `not_found`; `changed_meanwhile` / `venues_booking` where it stands no longer
 */
export async function cancelVenueBooking(
	scope: Scope,
	by: string | null,
	{ id, reason }: { id: string; reason: string | null },
	{ now }: Here
): Promise<void> {
	const booking = await standing(scope, id);
	await query.changeBooking(scope, id, { status: 'cancelled', cancelledAt: now, reason });
	await recordEvent(scope, { kind: 'venue_booking', id }, 'cancelled', by, now);
	const venue = (await venueById(scope, booking.venueId))!;
	const template = reason ? 'venue_cancelled_for' : 'venue_cancelled';
	await tell(scope, template, { ...booking, reason }, venue, by, now);
}
