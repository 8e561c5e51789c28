import type { Scope } from '#lib/db/client.server.ts';
import type { VenueRow } from '#lib/places/venue-queries.server.ts';
import { addDays, dayOf, daysBetween, minute, type Span } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { freeTimes, nearest } from './free-times.ts';
import { takenOn } from './queries.server.ts';

/** How many times are named in the place of one, and how many days before and after are looked at. */
const shown = 3;
const daysAround = 7;

/**
 * The times nearest to one, in which the venue is free for as long.
 * @param apart a booking that gives way itself
 */
export async function insteadOf(
	scope: Scope,
	venue: VenueRow,
	during: Span,
	{ now, zone }: Here,
	apart?: string
): Promise<Date[]> {
	if (venue.closed) return [];
	const wanted = dayOf(during.start, zone);
	const today = dayOf(now, zone);
	const early = addDays(wanted, -daysAround);
	const from = early < today ? today : early;
	const to = addDays(wanted < today ? today : wanted, daysAround);
	const taken = (await takenOn(scope, { from, to }, venue.id)).filter(({ id }) => id !== apart);
	const minutes = (during.end.getTime() - during.start.getTime()) / minute;
	const times = Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => {
		const day = addDays(from, at);
		const booked = taken.filter(({ localDay }) => localDay === day).map((one) => one.during);
		return freeTimes(venue, booked, { day, minutes, now, zone });
	});
	return nearest(times.flat(), during.start, shown);
}
