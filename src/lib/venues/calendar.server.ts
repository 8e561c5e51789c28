import type { Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { feedDays, type CalendarReader } from '#lib/booking/calendar-event.ts';
import type { CalendarEvent } from '#lib/booking/calendar-file.ts';
import { seenPeople } from '#lib/booking/own-bookings.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { inWords } from '#lib/booking/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { venueById, venuesOf, type VenueRow } from '#lib/places/venue-queries.server.ts';
import type { Here } from '#lib/ui/dates.ts';
import { ownBooking } from './own.server.ts';
import { ownBookingsBetween, type NamedBooking } from './queries.server.ts';

/**
 * The venues that the owner of a calendar has booked for his own use, and those of his elders, as far as he may see them
 * now.
 */
export async function venueCalendar(
	scope: Scope,
	owner: { personId: string },
	here: Here,
	reader: CalendarReader
): Promise<CalendarEvent[]> {
	const rows = await ownBookingsBetween(scope, await seenPeople(scope, owner), feedDays(here));
	if (rows.length === 0) return [];
	const venues = new Map((await venuesOf(scope)).map((venue) => [venue.id, venue]));
	return rows.map((row) => venueEvent(row, venues.get(row.venueId)!, owner.personId, reader));
}

/**
 * One booking, for the one who answers for it, and his proxy.
 * @throws AppError `not_found`
 */
export async function venueBookingEvent(
	scope: Scope,
	actor: Actor,
	id: string,
	reader: CalendarReader
): Promise<CalendarEvent> {
	const row = await ownBooking(scope, actor, id, 'see');
	const booker = (await personById(scope, row.bookedBy))!.name;
	const venue = (await venueById(scope, row.venueId))!;
	return venueEvent({ ...row, booker }, venue, actor.personId, reader);
}

/** A booking as calendars take it. A cancelled one counts as one change more, so that they notice. */
function venueEvent(
	booking: NamedBooking,
	venue: VenueRow,
	readerId: string,
	{ locale, home }: CalendarReader
): CalendarEvent {
	const { id, during, status, sequence, createdAt, cancelledAt, purpose, bookedBy, booker } = booking;
	const cancelled = status === 'cancelled';
	const comma = m.services_comma({}, { locale });
	const address = inWords({ name: venue.address, nameEn: venue.addressEn }, locale);
	return {
		uid: id,
		sequence: sequence + (cancelled ? 1 : 0),
		stamp: cancelledAt ?? createdAt,
		during,
		summary:
			bookedBy === readerId
				? purpose
				: m.services_calendar_for({ service: purpose, name: booker }, { locale }),
		location: [inWords(venue, locale), address].join(comma),
		description: m.services_calendar_text({}, { locale }),
		url: `${home}/venues/bookings/${id}`,
		cancelled
	};
}
