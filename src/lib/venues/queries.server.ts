import { and, asc, count, eq, gte, inArray, lte, or, sql, type SQL } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import type { Day, Span } from '#lib/shared/time.ts';
import { venueBookings } from './tables.server.ts';

export type VenueBookingRow = typeof venueBookings.$inferSelect;

const own = (scope: Scope, id: string) =>
	and(eq(venueBookings.communityId, scope.communityId), eq(venueBookings.id, id));

/** @returns false where it would meet another that stands, or is a resident's second of that venue and day */
export async function addBooking(
	scope: Scope,
	row: Omit<typeof venueBookings.$inferInsert, 'communityId'>
): Promise<boolean> {
	const rows = await scope.tx
		.insert(venueBookings)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: venueBookings.id });
	return rows.length > 0;
}

export async function bookingById(scope: Scope, id: string): Promise<VenueBookingRow | undefined> {
	const [row] = await scope.tx.select().from(venueBookings).where(own(scope, id));
	return row;
}

/** The same, locked until the transaction ends. */
export async function bookingForUpdate(scope: Scope, id: string): Promise<VenueBookingRow | undefined> {
	const [row] = await scope.tx.select().from(venueBookings).where(own(scope, id)).for('update');
	return row;
}

/** Changes a booking that stands; undefined where it does not. */
export async function changeBooking(
	scope: Scope,
	id: string,
	change: Partial<Omit<typeof venueBookings.$inferInsert, 'communityId' | 'id'>>
): Promise<VenueBookingRow | undefined> {
	const [row] = await scope.tx
		.update(venueBookings)
		.set(change)
		.where(and(own(scope, id), eq(venueBookings.status, 'booked')))
		.returning();
	return row;
}

/** A resident's own standing booking of a venue on a day. */
export async function ownBookingOn(
	scope: Scope,
	{ venueId, bookedBy, localDay }: { venueId: string; bookedBy: string; localDay: Day }
): Promise<VenueBookingRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(venueBookings)
		.where(
			and(
				eq(venueBookings.communityId, scope.communityId),
				eq(venueBookings.venueId, venueId),
				eq(venueBookings.localDay, localDay),
				eq(venueBookings.bookedBy, bookedBy),
				eq(venueBookings.forOneself, true),
				eq(venueBookings.status, 'booked')
			)
		);
	return row;
}

/** A time that is taken. */
export interface TakenRow {
	id: string;
	venueId: string;
	localDay: Day;
	during: Span;
}

/** What is taken on the days from `from` to `to`, in order; of one venue where one is named. */
export function takenOn(
	scope: Scope,
	{ from, to }: { from: Day; to: Day },
	venueId?: string
): Promise<TakenRow[]> {
	const { id, localDay, during } = venueBookings;
	return scope.tx
		.select({ id, venueId: venueBookings.venueId, localDay, during })
		.from(venueBookings)
		.where(
			and(
				eq(venueBookings.communityId, scope.communityId),
				eq(venueBookings.status, 'booked'),
				gte(localDay, from),
				lte(localDay, to),
				venueId ? eq(venueBookings.venueId, venueId) : undefined
			)
		)
		.orderBy(asc(during));
}

/** Not over yet. */
const isAhead = (now: Date) => sql`upper(${venueBookings.during}) > ${now.toISOString()}::timestamptz`;

/** What somebody has booked, and others for their own use, and what is not over, in order. */
export function bookingsAheadOf(
	scope: Scope,
	{ personId, others }: { personId: string; others: readonly string[] },
	now: Date
): Promise<VenueBookingRow[]> {
	const { bookedBy, forOneself } = venueBookings;
	return scope.tx
		.select()
		.from(venueBookings)
		.where(
			and(
				eq(venueBookings.communityId, scope.communityId),
				or(eq(bookedBy, personId), and(inArray(bookedBy, [...others]), eq(forOneself, true))),
				eq(venueBookings.status, 'booked'),
				isAhead(now)
			)
		)
		.orderBy(asc(venueBookings.during));
}

/** What these people have booked for their own use between two days, cancelled ones too, so that calendars take them out. */
export function ownBookingsBetween(
	scope: Scope,
	personIds: readonly string[],
	{ from, to }: { from: Day; to: Day }
): Promise<NamedBooking[]> {
	return named(
		scope,
		and(
			inArray(venueBookings.bookedBy, [...personIds]),
			eq(venueBookings.forOneself, true),
			gte(venueBookings.localDay, from),
			lte(venueBookings.localDay, to)
		)
	);
}

/** How many count on a venue still. */
export async function countAhead(scope: Scope, venueId: string, now: Date): Promise<number> {
	const [row] = await scope.tx
		.select({ count: count() })
		.from(venueBookings)
		.where(
			and(
				eq(venueBookings.communityId, scope.communityId),
				eq(venueBookings.venueId, venueId),
				eq(venueBookings.status, 'booked'),
				isAhead(now)
			)
		);
	return row!.count;
}

/** A booking with the name of who answers for it. */
export interface NamedBooking extends VenueBookingRow {
	booker: string;
}

/** What stands on the days from `from` to `to`, in order; of one venue where one is named. */
export function bookingsOn(
	scope: Scope,
	{ from, to }: { from: Day; to: Day },
	venueId?: string
): Promise<NamedBooking[]> {
	return named(
		scope,
		and(
			eq(venueBookings.status, 'booked'),
			gte(venueBookings.localDay, from),
			lte(venueBookings.localDay, to),
			venueId ? eq(venueBookings.venueId, venueId) : undefined
		)
	);
}

async function named(scope: Scope, which: SQL | undefined): Promise<NamedBooking[]> {
	const rows = await scope.tx
		.select({ booking: venueBookings, booker: people.name })
		.from(venueBookings)
		.innerJoin(
			people,
			and(eq(people.communityId, venueBookings.communityId), eq(people.id, venueBookings.bookedBy))
		)
		.where(and(eq(venueBookings.communityId, scope.communityId), which))
		.orderBy(asc(venueBookings.during));
	return rows.map(({ booking, booker }) => ({ ...booking, booker }));
}
