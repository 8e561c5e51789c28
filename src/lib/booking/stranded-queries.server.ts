import { and, asc, eq, sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { duties } from '#lib/hours/tables.server.ts';
import type { BookingRow } from './queries.server.ts';
import { bookings, isAhead } from './tables.server.ts';

/** True for a booking whose officer is no longer on duty where and when it is. */
export const isStranded = sql<boolean>`(${bookings.status} = 'booked' and not exists (
	select from ${duties} d
	where d.community_id = ${bookings.communityId} and d.staff_id = ${bookings.officerId}
		and d.desk_id is not distinct from ${bookings.deskId} and d.status = 'published'
		and d.during @> ${bookings.during}))`;

/** Bookings still to come that have lost their officer, in order; locked where they are about to move. */
export async function strandedBookings(
	scope: Scope,
	now: Date,
	{ lock }: { lock: boolean }
): Promise<BookingRow[]> {
	const found = scope.tx
		.select()
		.from(bookings)
		.where(and(eq(bookings.communityId, scope.communityId), isAhead(now), isStranded))
		.orderBy(asc(sql`lower(${bookings.during})`), asc(bookings.id));
	return lock ? found.for('update') : found;
}

/** True where this one is still to come and has lost its officer. */
export async function hasLostOfficer(scope: Scope, id: string, now: Date): Promise<boolean> {
	const rows = await scope.tx
		.select({ id: bookings.id })
		.from(bookings)
		.where(and(eq(bookings.communityId, scope.communityId), eq(bookings.id, id), isAhead(now), isStranded));
	return rows.length > 0;
}
