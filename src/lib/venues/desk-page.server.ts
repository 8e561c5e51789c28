import { personById } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { hoursOf } from '#lib/hours/week.ts';
import { clockAt } from '#lib/pairings/visit-start.ts';
import { venueById } from '#lib/places/venue-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { saySpan, type Here } from '#lib/ui/dates.ts';
import { venueFacts } from './list-page.server.ts';
import { bookingById } from './queries.server.ts';
import { stateTag } from './words.ts';

/**
 * One booking of a venue, as staff see it.
 * @throws AppError `not_found`
 */
export async function deskBooking(scope: Scope, id: string, here: Here) {
	const booking = await bookingById(scope, id);
	if (!booking) throw new AppError('not_found');
	const { venueId, during, localDay, purpose, people, status, reason, bookedBy } = booking;
	const { from, to } = hoursOf(during, here.zone);
	const booker = (await personById(scope, bookedBy))!;
	return {
		venue: venueFacts((await venueById(scope, venueId))!),
		booker: { id: booker.id, name: booker.name },
		when: saySpan(during, here),
		times: { day: localDay, from: clockAt(from), to: clockAt(to) },
		purpose,
		people,
		reason,
		state: stateTag(status),
		open: status === 'booked' && during.end > here.now
	};
}
