import type { Scope } from '#lib/db/client.server.ts';
import { named } from '#lib/hours/words.ts';
import { venuesOf, type VenueRow } from '#lib/places/venue-queries.server.ts';
import { venueKinds } from '#lib/places/venues.ts';
import { addDays, dayOf } from '#lib/shared/time.ts';
import { sayWhen, type Here } from '#lib/ui/dates.ts';
import { freeTimes } from './free-times.ts';
import { takenOn, type TakenRow } from './queries.server.ts';
import { usualLength } from './venues.ts';
import { kindLook, kindName, sayDaily } from './words.ts';

/** Days in which the next free hour is looked for. */
const daysLooked = 14;

/** The venues that are lent, by kind, each with its next free hour. */
export async function venueList(scope: Scope, here: Here) {
	const today = dayOf(here.now, here.zone);
	const days = Array.from({ length: daysLooked }, (_, at) => addDays(today, at));
	const taken = await takenOn(scope, { from: today, to: days.at(-1)! });
	const open = (await venuesOf(scope)).filter(({ closed }) => !closed);
	const line = (venue: VenueRow) => {
		const free = firstFree(venue, taken, days, here);
		return {
			...venueFacts(venue),
			next: free && sayWhen(free, here)
		};
	};
	return venueKinds.flatMap((kind) => open.filter((venue) => venue.kind === kind).map(line));
}

/** What is said of a venue wherever it is shown. */
export function venueFacts(venue: VenueRow) {
	return {
		id: venue.id,
		name: named(venue),
		kind: kindName(venue.kind),
		...kindLook(venue.kind),
		address: named({ name: venue.address, nameEn: venue.addressEn }),
		seats: venue.seats,
		hours: sayDaily(venue)
	};
}

function firstFree(venue: VenueRow, taken: readonly TakenRow[], days: readonly string[], here: Here) {
	const own = taken.filter(({ venueId }) => venueId === venue.id);
	for (const day of days) {
		const booked = own.filter(({ localDay }) => localDay === day).map(({ during }) => during);
		const [first] = freeTimes(venue, booked, { day, minutes: usualLength, ...here });
		if (first) return first;
	}
	return null;
}
