import { mayActFor } from '#lib/accounts/act-for.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import type { NoticeTemplate } from '#lib/notifications/notices.ts';
import type { VenueRow } from '#lib/places/venue-queries.server.ts';
import type { VenueBookingRow } from './queries.server.ts';

type Told = Extract<NoticeTemplate, `venue_${string}`>;

/**
 * Tells the one who answers for it and, while he stands for them, the proxy who booked; not whoever did it. A time that
 * changes again is news again.
 */
export async function tell(
	scope: Scope,
	template: Told,
	booking: VenueBookingRow,
	venue: Pick<VenueRow, 'name' | 'nameEn'>,
	by: string | null,
	now: Date
): Promise<void> {
	const { bookedBy, proxyId } = booking;
	const ids = new Set([bookedBy]);
	if (proxyId && (await mayActFor(scope, { personId: proxyId }, bookedBy, 'book'))) ids.add(proxyId);
	if (by) ids.delete(by);
	const params = {
		venue: venue.name,
		venueEn: venue.nameEn,
		at: booking.during.start.toISOString(),
		reason: booking.reason ?? ''
	};
	const about = `${booking.id}:${booking.sequence}`;
	const path = `/venues/bookings/${booking.id}`;
	await notify(scope, ids, { template, params, path, about }, now);
}
