import { actsFor, mayActFor } from '#lib/accounts/act-for.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { named } from '#lib/hours/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { venueById, venuesOf } from '#lib/places/venue-queries.server.ts';
import { minute } from '#lib/shared/time.ts';
import { saySpan, type Here } from '#lib/ui/dates.ts';
import type { VenueAddress } from './address.ts';
import { venueFacts } from './list-page.server.ts';
import { isChangeable, ownBooking } from './own.server.ts';
import { bookingsAheadOf } from './queries.server.ts';
import { timesPage } from './times-page.server.ts';
import { lengths } from './venues.ts';
import { kindLook, stateTag } from './words.ts';

/** The venues that somebody has booked, and those of his elders, for a list. */
export async function ownVenueBookings(scope: Scope, { personId }: Actor, here: Here) {
	const elders = new Map(
		(await actsFor(scope, { personId }, 'book', 'see')).map(({ id, name }) => [id, name])
	);
	const rows = await bookingsAheadOf(scope, { personId, others: [...elders.keys()] }, here.now);
	if (rows.length === 0) return [];
	const venues = new Map((await venuesOf(scope)).map((venue) => [venue.id, venue]));
	return rows.map(({ id, venueId, during, purpose, bookedBy }) => {
		const venue = venues.get(venueId)!;
		const elder = elders.get(bookedBy);
		const whose = elder ? `${m.services_booking_for({ name: elder })} · ` : '';
		return {
			id,
			title: named(venue),
			when: saySpan(during, here),
			text: whose + purpose,
			...kindLook(venue.kind)
		};
	});
}

/**
 * One booking of a venue, for the one who answers for it, and his proxy.
 * @throws AppError `not_found`
 */
export async function ownVenueBooking(scope: Scope, actor: Actor, id: string, here: Here) {
	const booking = await ownBooking(scope, actor, id, 'see');
	const { venueId, during, localDay, purpose, people, status, reason, forOneself, bookedBy } = booking;
	const isOther = bookedBy !== actor.personId;
	return {
		id,
		venue: venueFacts((await venueById(scope, venueId))!),
		when: saySpan(during, here),
		day: localDay,
		minutes: (during.end.getTime() - during.start.getTime()) / minute,
		forWhom: isOther ? (await personById(scope, bookedBy))!.name : null,
		purpose,
		people,
		reason,
		forOneself,
		state: stateTag(status),
		stands: status === 'booked' && during.end > here.now,
		mayChange: isChangeable(booking, here.now) && (await mayActFor(scope, actor, bookedBy, 'book'))
	};
}

/**
 * The days and times to which a booking can move, its own among them.
 * @throws AppError `not_found`
 */
export async function moveVenuePage(
	scope: Scope,
	actor: Actor,
	{ id, address }: { id: string; address: (usual: number) => VenueAddress },
	here: Here
) {
	const booking = await ownVenueBooking(scope, actor, id, here);
	const usual = lengths.find((length) => length >= booking.minutes) ?? lengths.at(-1)!;
	const { day, ...asked } = address(usual);
	const times = await timesPage(
		scope,
		booking.venue.id,
		{ ...asked, day: day ?? booking.day },
		{ ...here, apart: id }
	);
	const { start, minutes } = asked;
	const span = start && { start, end: new Date(start.getTime() + minutes * minute) };
	return {
		booking,
		times,
		wanted: span && { start: span.start.toISOString(), words: saySpan(span, here) }
	};
}
