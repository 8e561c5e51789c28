import { and, asc, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { duties } from '#lib/hours/tables.server.ts';
import { desks, stations } from '#lib/places/tables.server.ts';
import type { Day, Span } from '#lib/shared/time.ts';
import type { BookingState, ServicePlace } from './booking.ts';
import { bookings, isOver, serviceDocuments, serviceOfficers, services, taking } from './tables.server.ts';

export type ServiceRow = typeof services.$inferSelect;
export type BookingRow = typeof bookings.$inferSelect;
export type DocumentRow = typeof serviceDocuments.$inferSelect;

const own = (scope: Scope, id: string) =>
	and(eq(bookings.communityId, scope.communityId), eq(bookings.id, id));

/** A span as PostgreSQL writes one. */
function rangeOf({ start, end }: Span) {
	return sql`${`[${start.toISOString()},${end.toISOString()})`}::tstzrange`;
}

export async function serviceById(scope: Scope, id: string): Promise<ServiceRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(services)
		.where(and(eq(services.communityId, scope.communityId), eq(services.id, id)));
	return row;
}

/** What to bring, in order. */
export function documentsOf(scope: Scope, serviceId: string): Promise<DocumentRow[]> {
	return scope.tx
		.select()
		.from(serviceDocuments)
		.where(
			and(eq(serviceDocuments.communityId, scope.communityId), eq(serviceDocuments.serviceId, serviceId))
		)
		.orderBy(asc(serviceDocuments.position));
}

/** A time that somebody wants, as a row. */
export interface Wish {
	id: string;
	serviceId: string;
	attendeeId: string;
	bookedBy: string;
	place: ServicePlace;
	/** Only with this one. */
	officerId?: string | null;
	during: Span;
	localDay: Day;
	/** Minutes from one possible beginning to the next. */
	step: number;
	status: 'held' | 'booked';
	heldUntil: Date | null;
	offered: boolean;
	documentsReady: string[];
}

/** What came of one attempt to place a booking. */
export interface Attempt extends Record<string, unknown> {
	/** The duty that was free; null where there is none. */
	dutyId: string | null;
	/** The booking; null where somebody was faster, or where none was free. */
	id: string | null;
	/** The attendee's booking of the same service on that day. */
	sameDayId: string | null;
	/** The attendee's booking of something else at that time. */
	elsewhereId: string | null;
}

/**
 * Tries one free duty. A booking lies within a day, and days are compared although spans would do: behind row-level
 * security only such plain comparisons may look into an index. The duty is held for reading, so that nobody calls it off meanwhile, and booked unless somebody was faster.
 * Which duty is tried depends on the booking, so that many who want the same time do not all try the same desk.
 */
export async function tryPlace(scope: Scope, wish: Wish, now: Date): Promise<Attempt> {
	const [row] = await scope.tx.execute<Attempt>(placing(scope, wish, now));
	return row!;
}

/** The statement of `tryPlace`. */
export function placing(scope: Scope, wish: Wish, now: Date): SQL {
	const { communityId } = scope;
	const during = rangeOf(wish.during);
	return sql`
		with same_day as (
			select id from ${bookings}
			where community_id = ${communityId} and attendee_id = ${wish.attendeeId}
				and service_id = ${wish.serviceId} and local_day = ${wish.localDay}
				and status in ('booked', 'arrived', 'serving', 'served')
			limit 1
		), elsewhere as (
			select id from ${bookings}
			where community_id = ${communityId} and local_day = ${wish.localDay} and attendee_id = ${wish.attendeeId}
				and during && ${during} and status in ${taking} and not ${isOver(now)}
				and not (status = 'held' and not offered and booked_by = ${wish.bookedBy})
			limit 1
		), duty as materialized (
			select d.id, d.desk_id, d.staff_id
			from ${duties} d
			join ${serviceOfficers} o on o.community_id = d.community_id and o.staff_id = d.staff_id
			where d.community_id = ${communityId} and o.service_id = ${wish.serviceId}
				and d.status = 'published' and d.day = ${wish.localDay} and d.during @> ${during}
				and (d.desk_id is null) = ${wish.place === 'home'}
				${wish.officerId ? sql`and d.staff_id = ${wish.officerId}` : sql``}
				and extract(epoch from lower(${during}) - lower(d.during))::int % ${wish.step * 60}::int = 0
				and not exists (
					select from ${bookings} b
					where b.community_id = ${communityId} and b.local_day = ${wish.localDay}
						and b.desk_id = d.desk_id and b.during && ${during}
						and status in ${taking} and not ${isOver(now)})
				and not exists (
					select from ${bookings} b
					where b.community_id = ${communityId} and b.local_day = ${wish.localDay}
						and b.officer_id = d.staff_id and b.during && ${during}
						and status in ${taking} and not ${isOver(now)})
				and not exists (select from same_day) and not exists (select from elsewhere)
			order by hashtext(d.id::text || ${wish.id})
			limit 1
			for share of d
		), placed as (
			insert into ${bookings} (community_id, id, service_id, attendee_id, booked_by, place, desk_id, officer_id,
				during, local_day, status, held_until, offered, documents_ready, created_at)
			select ${communityId}::uuid, ${wish.id}::uuid, ${wish.serviceId}::uuid, ${wish.attendeeId}::uuid,
				${wish.bookedBy}::uuid, ${wish.place}::text, desk_id, staff_id, ${during}, ${wish.localDay}::date,
				${wish.status}::text, ${wish.heldUntil?.toISOString() ?? null}::timestamptz, ${wish.offered}::boolean,
				${`{${wish.documentsReady.join(',')}}`}::uuid[], ${now.toISOString()}::timestamptz
			from duty
			on conflict do nothing
			returning id
		)
		select (select id from duty) as "dutyId", (select id from placed) as "id",
			(select id from same_day) as "sameDayId", (select id from elsewhere) as "elsewhereId"`;
}

/** Clears what open forms hold: all of this person's, and at some time those that are over. */
export async function clearHolds(
	scope: Scope,
	bookedBy: string | null,
	during: Span,
	now: Date
): Promise<void> {
	await scope.tx
		.delete(bookings)
		.where(
			and(
				eq(bookings.communityId, scope.communityId),
				eq(bookings.status, 'held'),
				eq(bookings.offered, false),
				or(
					bookedBy ? eq(bookings.bookedBy, bookedBy) : undefined,
					and(
						sql`${bookings.during} && ${rangeOf(during)}`,
						sql`${bookings.heldUntil} <= ${now.toISOString()}::timestamptz`
					)
				)
			)
		);
}

export async function bookingById(scope: Scope, id: string): Promise<BookingRow | undefined> {
	const [row] = await scope.tx.select().from(bookings).where(own(scope, id));
	return row;
}

/** The same, locked until the transaction ends. */
export async function bookingForUpdate(scope: Scope, id: string): Promise<BookingRow | undefined> {
	const [row] = await scope.tx.select().from(bookings).where(own(scope, id)).for('update');
	return row;
}

/** Changes a booking where it still is in one of `from`; undefined where it is not. */
export async function changeBooking(
	scope: Scope,
	id: string,
	from: readonly BookingState[],
	change: Partial<Omit<typeof bookings.$inferInsert, 'communityId' | 'id'>>
): Promise<BookingRow | undefined> {
	const [row] = await scope.tx
		.update(bookings)
		.set(change)
		.where(and(own(scope, id), inArray(bookings.status, [...from])))
		.returning();
	return row;
}

/** PostgreSQL's words for a second row where there may be one: by exclusion, and by key. */
const takenAlready: readonly string[] = ['23P01', '23505'];

/** Changes bookings; null, with nothing changed, where one would meet another that stands. */
export async function ifFree<T>(scope: Scope, work: (scope: Scope) => Promise<T>): Promise<T | null> {
	try {
		return await scope.tx.transaction((tx) => work({ ...scope, tx }));
	} catch (error) {
		const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
		if (cause?.code && takenAlready.includes(cause.code)) return null;
		throw error;
	}
}

/** A desk and an officer. */
export interface Seat extends Record<string, unknown> {
	deskId: string | null;
	officerId: string;
}

/** Those on duty who are free at a time for a booking that is to move there or to be made, held for reading. */
export function seatsFor(
	scope: Scope,
	booking: Pick<BookingRow, 'serviceId' | 'place'> & { id: string | null },
	during: Span,
	{ day, step, now }: { day: Day; step: number; now: Date }
): Promise<Seat[]> {
	const { tx, communityId } = scope;
	const span = rangeOf(during);
	return tx.execute<Seat>(sql`
		select d.desk_id as "deskId", d.staff_id as "officerId"
		from ${duties} d
		join ${serviceOfficers} o on o.community_id = d.community_id and o.staff_id = d.staff_id
		where d.community_id = ${communityId} and o.service_id = ${booking.serviceId}
			and d.status = 'published' and d.day = ${day} and d.during @> ${span}
			and (d.desk_id is null) = ${booking.place === 'home'}
			and extract(epoch from lower(${span}) - lower(d.during))::int % ${step * 60}::int = 0
			and not exists (
				select from ${bookings} b
				where b.community_id = ${communityId} and b.local_day = ${day}
					and b.during && ${span} and b.id is distinct from ${booking.id}::uuid
					and (b.desk_id = d.desk_id or b.officer_id = d.staff_id)
					and status in ${taking} and not ${isOver(now)})
		order by hashtext(d.id::text || ${booking.id ?? ''})
		for share of d`);
}

/** Where a booking is, as residents are told: the station, never the desk. */
export async function stationOf(scope: Scope, deskId: string): Promise<typeof stations.$inferSelect> {
	const [row] = await scope.tx
		.select({ station: stations })
		.from(desks)
		.innerJoin(stations, and(eq(stations.communityId, desks.communityId), eq(stations.id, desks.stationId)))
		.where(and(eq(desks.communityId, scope.communityId), eq(desks.id, deskId)));
	return row!.station;
}

/** The attendee's booking of a service on a day, whatever hour it has. */
export async function sameDayBooking(
	scope: Scope,
	attendeeId: string,
	serviceId: string,
	day: Day
): Promise<BookingRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(bookings)
		.where(
			and(
				eq(bookings.communityId, scope.communityId),
				eq(bookings.attendeeId, attendeeId),
				eq(bookings.serviceId, serviceId),
				eq(bookings.localDay, day),
				inArray(bookings.status, ['booked', 'arrived', 'serving', 'served'])
			)
		);
	return row;
}
