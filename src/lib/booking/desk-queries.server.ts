import { and, arrayContains, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { desks, stations } from '#lib/places/tables.server.ts';
import { hour, type Day } from '#lib/shared/time.ts';
import { openHours } from './booking.ts';
import type { BookingShelf } from './desk-address.ts';
import type { BookingRow } from './queries.server.ts';
import { isStranded } from './stranded-queries.server.ts';
import { bookings, isAhead, services } from './tables.server.ts';

/** True for one who came and was never closed: see `isLeftOpen`. */
function isUnclosed(now: Date): SQL {
	const since = new Date(now.getTime() - openHours * hour);
	return sql`${bookings.status} in ('arrived', 'serving')
		and upper(${bookings.during}) <= ${since.toISOString()}::timestamptz`;
}

/** A booking as staff see it in a list. */
export interface ListedBooking {
	booking: Omit<BookingRow, 'noteSealed'>;
	service: { name: string; nameEn: string };
	attendee: string;
	officer: string;
	desk: { name: string; nameEn: string } | null;
	station: { name: string; nameEn: string } | null;
}

export interface BookingFilter {
	tokens: readonly string[];
	/** Both null: from now on. */
	day: Day | null;
	now: Date;
	show: BookingShelf;
	limit: number;
	offset: number;
}

const officers = sql`(select p.name from ${people} p where p.community_id = ${bookings.communityId}
	and p.id = ${bookings.officerId})`;

function filtered(scope: Scope, filter: BookingFilter): SQL | undefined {
	return and(
		eq(bookings.communityId, scope.communityId),
		filter.tokens.length > 0 ? arrayContains(people.search, [...filter.tokens]) : undefined,
		filter.day ? eq(bookings.localDay, filter.day) : undefined,
		filter.day || filter.show === 'all' || filter.show === 'unclosed' ? undefined : isAhead(filter.now),
		filter.show === 'stranded' ? isStranded : undefined,
		filter.show === 'unclosed' ? isUnclosed(filter.now) : undefined,
		filter.show === 'booked' ? inArray(bookings.status, ['booked', 'arrived', 'serving']) : undefined,
		filter.show === 'all' ? sql`${bookings.status} not in ('held', 'lapsed')` : undefined
	);
}

/** What staff look for, by time; with `show: 'all'` the latest first. */
export async function listBookings(scope: Scope, filter: BookingFilter): Promise<ListedBooking[]> {
	const at = sql`lower(${bookings.during})`;
	return scope.tx
		.select({
			booking: bookings,
			service: { name: services.name, nameEn: services.nameEn },
			attendee: people.name,
			officer: sql<string>`${officers}`,
			desk: { name: desks.name, nameEn: desks.nameEn },
			station: { name: stations.name, nameEn: stations.nameEn }
		})
		.from(bookings)
		.innerJoin(
			services,
			and(eq(services.communityId, bookings.communityId), eq(services.id, bookings.serviceId))
		)
		.innerJoin(people, and(eq(people.communityId, bookings.communityId), eq(people.id, bookings.attendeeId)))
		.leftJoin(desks, and(eq(desks.communityId, bookings.communityId), eq(desks.id, bookings.deskId)))
		.leftJoin(stations, and(eq(stations.communityId, desks.communityId), eq(stations.id, desks.stationId)))
		.where(filtered(scope, filter))
		.orderBy(filter.show === 'all' ? sql`${at} desc` : asc(at), asc(bookings.id))
		.limit(filter.limit)
		.offset(filter.offset);
}

export async function countBookings(scope: Scope, filter: BookingFilter): Promise<number> {
	const [row] = await scope.tx
		.select({ count: sql<number>`count(*)::int` })
		.from(bookings)
		.innerJoin(people, and(eq(people.communityId, bookings.communityId), eq(people.id, bookings.attendeeId)))
		.where(filtered(scope, filter));
	return row?.count ?? 0;
}
