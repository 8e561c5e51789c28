import type { Scope } from '#lib/db/client.server.ts';
import { daysOfWeek } from '#lib/hours/week.ts';
import { named, sayDays, sayHeading } from '#lib/hours/words.ts';
import { venueById, venuesOf } from '#lib/places/venue-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { addDays, clockOf, type Day } from '#lib/shared/time.ts';
import { venueFacts } from './list-page.server.ts';
import { bookingsOn, type NamedBooking } from './queries.server.ts';
import { kindName } from './words.ts';

/** The week of all venues, a row each: what stands on each day. */
export async function venueWeek(scope: Scope, monday: Day, zone: string) {
	const days = daysOfWeek(monday);
	const bookings = await bookingsOn(scope, { from: monday, to: days.at(-1)! });
	const rows = (await venuesOf(scope)).map((venue) => {
		const own = bookings.filter(({ venueId }) => venueId === venue.id);
		return {
			id: venue.id,
			name: named(venue),
			kind: kindName(venue.kind),
			closed: venue.closed,
			days: days.map((day) => linesOn(own, day, zone))
		};
	});
	return { ...weekAbout(monday), rows };
}

/**
 * The plan that hangs at the door of a venue: when it is whose. Names of residents do not stand there.
 * @throws AppError `not_found`
 */
export async function doorPlan(scope: Scope, venueId: string, monday: Day, zone: string) {
	const venue = await venueById(scope, venueId);
	if (!venue) throw new AppError('not_found');
	const days = daysOfWeek(monday);
	const bookings = await bookingsOn(scope, { from: monday, to: days.at(-1)! }, venueId);
	const week = weekAbout(monday);
	return {
		...week,
		venue: venueFacts(venue),
		rows: days.map((day, at) => ({ ...week.days[at]!, lines: linesOn(bookings, day, zone) }))
	};
}

function weekAbout(monday: Day) {
	return {
		monday,
		title: sayDays(monday, addDays(monday, 6)),
		before: addDays(monday, -7),
		after: addDays(monday, 7),
		days: daysOfWeek(monday).map((day) => ({ day, words: sayHeading(day) }))
	};
}

function linesOn(bookings: readonly NamedBooking[], day: Day, zone: string) {
	return bookings
		.filter(({ localDay }) => localDay === day)
		.map(({ id, during, purpose, booker, people }) => ({
			id,
			hours: `${clockOf(during.start, zone)}–${clockOf(during.end, zone).replace('00:00', '24:00')}`,
			purpose,
			booker,
			people
		}));
}
