import type { Scope } from '#lib/db/client.server.ts';
import { venuesOf } from '#lib/places/venue-queries.server.ts';
import type { OccurrenceRow } from './queries.server.ts';
import { nameOf } from './words.ts';

type Dated = Pick<OccurrenceRow, 'venueId'>;

/** The name of the venue of a date that is elsewhere than its activity, else null. */
export async function otherRooms(
	scope: Scope,
	dates: readonly Dated[]
): Promise<(date: Dated) => string | null> {
	const venues = dates.some(({ venueId }) => venueId) ? await venuesOf(scope) : [];
	const names = new Map(venues.map((venue) => [venue.id, nameOf(venue)]));
	return ({ venueId }) => (venueId && names.get(venueId)) ?? null;
}
