import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { named } from '#lib/hours/words.ts';
import { venueById, venuesOf } from '#lib/places/venue-queries.server.ts';
import { saySpan, type Here } from '#lib/ui/dates.ts';
import { venueFacts } from './list-page.server.ts';
import { mayCancel, ownBooking } from './own.server.ts';
import { bookingsAheadOf } from './queries.server.ts';
import { kindLook, stateTag } from './words.ts';

/** The venues that somebody has booked, for a list. */
export async function ownVenueBookings(scope: Scope, actor: Actor, here: Here) {
	const rows = await bookingsAheadOf(scope, actor.personId, here.now);
	if (rows.length === 0) return [];
	const venues = new Map((await venuesOf(scope)).map((venue) => [venue.id, venue]));
	return rows.map(({ id, venueId, during, purpose }) => {
		const venue = venues.get(venueId)!;
		return { id, title: named(venue), when: saySpan(during, here), purpose, ...kindLook(venue.kind) };
	});
}

/**
 * One booking of a venue, for the one who answers for it.
 * @throws AppError `not_found`
 */
export async function ownVenueBooking(scope: Scope, actor: Actor, id: string, here: Here) {
	const booking = await ownBooking(scope, actor, id);
	const { venueId, during, purpose, people, status, reason, forOneself } = booking;
	return {
		venue: venueFacts((await venueById(scope, venueId))!),
		when: saySpan(during, here),
		purpose,
		people,
		reason,
		forOneself,
		state: stateTag(status),
		mayCancel: mayCancel(booking, here.now)
	};
}
