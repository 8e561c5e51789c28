import { clockAt } from '#lib/pairings/visit-start.ts';
import type { VenueRow, VenueSaid } from '#lib/places/venue-queries.server.ts';
import { venueKinds } from '#lib/places/venues.ts';
import { choice, clock, optionalId, text, whole, z } from '#lib/web/schema.server.ts';

/** What staff say of a venue. */
export const venueFields = z.object({
	kind: choice(venueKinds),
	name: text(30),
	nameEn: text(60),
	address: text(80),
	addressEn: text(120),
	beside: optionalId(),
	seats: whole(1, 2000),
	opens: clock(),
	closes: clock()
});

/** An input of time knows no 24:00: its last minute stands for the end of the day. */
const lastMinute = 24 * 60 - 1;

/** The same as the verbs take it. */
export function saidVenue(
	{ beside: _, opens, closes, ...said }: z.output<typeof venueFields>,
	at: { east: number; north: number }
): VenueSaid {
	return { ...said, ...at, fromMinute: opens, toMinute: closes === lastMinute ? closes + 1 : closes };
}

/** A venue as its form shows it. */
export function venueValues({ fromMinute, toMinute, seats, ...row }: VenueRow): Record<string, string> {
	const { kind, name, nameEn, address, addressEn } = row;
	const closes = clockAt(Math.min(toMinute, lastMinute));
	const said = { kind, name, nameEn, address, addressEn, beside: '' };
	return { ...said, seats: String(seats), opens: clockAt(fromMinute), closes };
}
