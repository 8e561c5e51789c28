import { aliasedTable, and, asc, desc, eq, gt, gte, inArray, lte, not, or, sql } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { desks, stations } from '#lib/places/tables.server.ts';
import type { BookingState } from './booking.ts';
import { isStranded } from './stranded-queries.server.ts';
import { bookingRatings, bookings, services } from './tables.server.ts';

type BookingRow = typeof bookings.$inferSelect;

/** A booking with the names of what it is about. */
export interface ListedBooking extends BookingRow {
	attendee: string;
	service: Pick<typeof services.$inferSelect, 'name' | 'nameEn' | 'group' | 'icon'>;
	/** Null at home. */
	station: typeof stations.$inferSelect | null;
	/** Stars that were given. */
	stars: number | null;
	/** Nobody will be there for it any more: see `strandedBy`. */
	stranded: boolean;
}

/** States in which a booking still lies ahead, as long as its time does. */
const standing = ['booked', 'arrived', 'serving'] as const satisfies readonly BookingState[];
/** States in which somebody had a booking: what was only held is none. */
const had = [...standing, 'served', 'no_show', 'cancelled'] as const satisfies readonly BookingState[];

function list(scope: Scope) {
	const attendee = aliasedTable(people, 'attendee');
	return scope.tx
		.select({
			booking: bookings,
			attendee: attendee.name,
			service: {
				name: services.name,
				nameEn: services.nameEn,
				group: services.group,
				icon: services.icon
			},
			station: stations,
			stars: bookingRatings.stars,
			stranded: isStranded
		})
		.from(bookings)
		.innerJoin(
			attendee,
			and(eq(attendee.communityId, bookings.communityId), eq(attendee.id, bookings.attendeeId))
		)
		.innerJoin(
			services,
			and(eq(services.communityId, bookings.communityId), eq(services.id, bookings.serviceId))
		)
		.leftJoin(desks, and(eq(desks.communityId, bookings.communityId), eq(desks.id, bookings.deskId)))
		.leftJoin(stations, and(eq(stations.communityId, desks.communityId), eq(stations.id, desks.stationId)))
		.leftJoin(
			bookingRatings,
			and(eq(bookingRatings.communityId, bookings.communityId), eq(bookingRatings.bookingId, bookings.id))
		)
		.$dynamic();
}

function flat(rows: Awaited<ReturnType<typeof list>>): ListedBooking[] {
	return rows.map(({ booking, ...named }) => ({ ...booking, ...named }));
}

const endsAfter = (now: Date) => gt(sql`upper(${bookings.during})`, sql`${now.toISOString()}::timestamptz`);

const of = (scope: Scope, attendeeIds: readonly string[]) =>
	and(eq(bookings.communityId, scope.communityId), inArray(bookings.attendeeId, [...attendeeIds]));

const ahead = (now: Date) =>
	and(inArray(bookings.status, [...standing]), or(endsAfter(now), not(eq(bookings.status, 'booked'))))!;

/** A place that is kept for somebody who waited, until he answers. */
const kept = (now: Date) =>
	and(eq(bookings.status, 'held'), eq(bookings.offered, true), gt(bookings.heldUntil, now));

/** What these people have before them, the next first. */
export async function bookingsToCome(
	scope: Scope,
	attendeeIds: readonly string[],
	now: Date
): Promise<ListedBooking[]> {
	return flat(
		await list(scope)
			.where(and(of(scope, attendeeIds), or(ahead(now), kept(now))))
			.orderBy(asc(bookings.during), asc(bookings.id))
	);
}

/** What they have behind them, the last first. */
export async function bookingsPast(
	scope: Scope,
	attendeeIds: readonly string[],
	now: Date,
	limit: number
): Promise<ListedBooking[]> {
	return flat(
		await list(scope)
			.where(and(of(scope, attendeeIds), inArray(bookings.status, [...had]), not(ahead(now))))
			.orderBy(desc(bookings.during), desc(bookings.id))
			.limit(limit)
	);
}

/** All that belongs into a calendar between two local days, cancelled ones too, so that calendars take them out. */
export async function bookingsBetween(
	scope: Scope,
	attendeeIds: readonly string[],
	from: string,
	to: string
): Promise<ListedBooking[]> {
	return flat(
		await list(scope)
			.where(
				and(
					of(scope, attendeeIds),
					inArray(bookings.status, [...had]),
					gte(bookings.localDay, from),
					lte(bookings.localDay, to)
				)
			)
			.orderBy(asc(bookings.during), asc(bookings.id))
	);
}

/** One booking; what was only held is none. */
export async function listedBooking(scope: Scope, id: string): Promise<ListedBooking | undefined> {
	const rows = await list(scope).where(
		and(eq(bookings.communityId, scope.communityId), eq(bookings.id, id), inArray(bookings.status, [...had]))
	);
	return flat(rows)[0];
}
