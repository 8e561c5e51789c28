import { and, asc, desc, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import type { BookingState } from '#lib/booking/booking.ts';
import { bookings, services } from '#lib/booking/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { desks } from '#lib/places/tables.server.ts';
import type { Day } from '#lib/shared/time.ts';

type BookingRow = typeof bookings.$inferSelect;

/** A booking with what it is for and who comes; one at home has no desk. */
export interface VisitBooking {
	booking: Omit<BookingRow, 'noteSealed'>;
	desk: { stationId: string; name: string; nameEn: string } | null;
	service: { name: string; nameEn: string; minutes: number };
	attendee: string;
}

async function visitBookings(scope: Scope, which: SQL | undefined): Promise<VisitBooking[]> {
	const rows = await scope.tx
		.select({
			booking: bookings,
			desk: { stationId: desks.stationId, name: desks.name, nameEn: desks.nameEn },
			service: { name: services.name, nameEn: services.nameEn, minutes: services.minutes },
			attendee: people.name
		})
		.from(bookings)
		.leftJoin(desks, and(eq(desks.communityId, bookings.communityId), eq(desks.id, bookings.deskId)))
		.innerJoin(
			services,
			and(eq(services.communityId, bookings.communityId), eq(services.id, bookings.serviceId))
		)
		.innerJoin(people, and(eq(people.communityId, bookings.communityId), eq(people.id, bookings.attendeeId)))
		.where(and(eq(bookings.communityId, scope.communityId), which))
		.orderBy(asc(sql`lower(${bookings.during})`), asc(bookings.id));
	return rows;
}

export async function visitBookingById(scope: Scope, id: string): Promise<VisitBooking | undefined> {
	return (await visitBookings(scope, eq(bookings.id, id)))[0];
}

/** What these states of a day hold at a station, in order. */
export function bookingsOfDay(
	scope: Scope,
	stationId: string,
	day: Day,
	states: readonly BookingState[]
): Promise<VisitBooking[]> {
	return visitBookings(
		scope,
		and(eq(bookings.localDay, day), eq(desks.stationId, stationId), inArray(bookings.status, [...states]))
	);
}

/** What somebody has booked on a day at a station, for himself or for others. */
export function ownBookingsOfDay(
	scope: Scope,
	personId: string,
	stationId: string,
	day: Day
): Promise<VisitBooking[]> {
	return visitBookings(
		scope,
		and(
			eq(bookings.localDay, day),
			eq(desks.stationId, stationId),
			or(eq(bookings.attendeeId, personId), eq(bookings.bookedBy, personId)),
			inArray(bookings.status, ['booked', 'arrived', 'serving'])
		)
	);
}

/** All that somebody of the staff has on a day, at desks and at homes. */
export function bookingsOfOfficer(scope: Scope, officerId: string, day: Day): Promise<VisitBooking[]> {
	return visitBookings(
		scope,
		and(
			eq(bookings.localDay, day),
			eq(bookings.officerId, officerId),
			inArray(bookings.status, ['booked', 'arrived', 'serving', 'served', 'no_show'])
		)
	);
}

/** Moves a booking where it still is in one of `from`; false where it is not. */
export async function moveBooking(
	scope: Scope,
	id: string,
	from: readonly BookingState[],
	change: Partial<Omit<typeof bookings.$inferInsert, 'communityId' | 'id'>>
): Promise<boolean> {
	const moved = await scope.tx
		.update(bookings)
		.set(change)
		.where(
			and(
				eq(bookings.communityId, scope.communityId),
				eq(bookings.id, id),
				inArray(bookings.status, [...from])
			)
		)
		.returning({ id: bookings.id });
	return moved.length > 0;
}

/** Bookings whose time is over and for which nobody has come. */
export function bookedUntil(scope: Scope, now: Date): Promise<Pick<BookingRow, 'id' | 'sequence'>[]> {
	return scope.tx
		.select({ id: bookings.id, sequence: bookings.sequence })
		.from(bookings)
		.where(
			and(
				eq(bookings.communityId, scope.communityId),
				eq(bookings.status, 'booked'),
				sql`upper(${bookings.during}) <= ${now.toISOString()}::timestamptz`
			)
		);
}

/** How the bookings of these people went, newest first. */
export async function pastStates(
	scope: Scope,
	personIds: readonly string[]
): Promise<Map<string, BookingState[]>> {
	const found = new Map<string, BookingState[]>(personIds.map((id) => [id, []]));
	if (personIds.length === 0) return found;
	const rows = await scope.tx
		.select({ personId: bookings.attendeeId, status: bookings.status })
		.from(bookings)
		.where(
			and(
				eq(bookings.communityId, scope.communityId),
				inArray(bookings.attendeeId, [...personIds]),
				inArray(bookings.status, ['served', 'no_show'])
			)
		)
		.orderBy(desc(bookings.localDay), desc(sql`lower(${bookings.during})`));
	for (const { personId, status } of rows) found.get(personId)?.push(status);
	return found;
}
