import type { Scope } from '#lib/db/client.server.ts';
import { exceptionsBetween } from '#lib/hours/hours-queries.server.ts';
import { spanOf } from '#lib/hours/hours.ts';
import * as query from './queries.server.ts';
import { hasLostOfficer } from './stranded-queries.server.ts';
import type { Here } from './times.server.ts';

/** Nobody will be there for a booking any more, and it has not been moved yet. */
export interface Stranded {
	/** Why the station is not open then, as staff said it; null where only the colleague is away. */
	closedFor: string | null;
}

/** What has come between somebody and his booking; null where it stands as it was made, and where it has begun. */
export async function strandedBy(
	scope: Scope,
	booking: query.BookingRow,
	{ now, zone }: Here
): Promise<Stranded | null> {
	if (!(await hasLostOfficer(scope, booking.id, now))) return null;
	const { deskId, localDay, during } = booking;
	if (!deskId) return { closedFor: null };
	const station = await query.stationOf(scope, deskId);
	const other = (await exceptionsBetween(scope, localDay, localDay)).find(
		({ stationId }) => stationId === station.id
	);
	const open = other?.hours && spanOf(localDay, other.hours, zone);
	const isOpen = open && open.start <= during.start && during.end <= open.end;
	return { closedFor: other && !isOpen ? other.reason : null };
}
