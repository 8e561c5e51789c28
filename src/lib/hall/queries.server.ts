import { and, asc, desc, eq, inArray, isNull, lt, lte, max, sql } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import { bookings, services } from '#lib/booking/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { desks, stations } from '#lib/places/tables.server.ts';
import type { Day } from '#lib/shared/time.ts';
import { atDeskStates, presentStates, type TicketState } from './hall.ts';
import { tickets } from './tables.server.ts';

export type TicketRow = typeof tickets.$inferSelect;
type Change = Partial<Omit<typeof tickets.$inferInsert, 'communityId' | 'id'>>;

const own = (scope: Scope, id: string) => and(eq(tickets.communityId, scope.communityId), eq(tickets.id, id));

export async function ticketById(scope: Scope, id: string): Promise<TicketRow | undefined> {
	const [row] = await scope.tx.select().from(tickets).where(own(scope, id));
	return row;
}

export async function ticketOfBooking(scope: Scope, bookingId: string): Promise<TicketRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(tickets)
		.where(and(eq(tickets.communityId, scope.communityId), eq(tickets.bookingId, bookingId)));
	return row;
}

/** The numbers of a day that stand for a person, in the order of coming. */
export function standingTicketsOf(
	scope: Scope,
	personId: string,
	day: Day
): Promise<{ ticket: TicketRow; service: { name: string; nameEn: string } }[]> {
	return scope.tx
		.select({ ticket: tickets, service: { name: services.name, nameEn: services.nameEn } })
		.from(tickets)
		.innerJoin(
			services,
			and(eq(services.communityId, tickets.communityId), eq(services.id, tickets.serviceId))
		)
		.where(
			and(
				eq(tickets.communityId, scope.communityId),
				eq(tickets.personId, personId),
				eq(tickets.day, day),
				inArray(tickets.status, [...presentStates])
			)
		)
		.orderBy(asc(tickets.arrivedAt));
}

/** A number of the day with what it is for; only of those whom the community knows there is a name. */
export interface DayTicket {
	ticket: TicketRow;
	service: { name: string; nameEn: string; minutes: number };
	person: string | null;
	booking: { start: Date; documentsReady: string[] } | null;
}

/** All numbers of a station on a day, by number. */
export async function ticketsOfDay(scope: Scope, stationId: string, day: Day): Promise<DayTicket[]> {
	const rows = await scope.tx
		.select({
			ticket: tickets,
			service: { name: services.name, nameEn: services.nameEn, minutes: services.minutes },
			person: people.name,
			booking: { during: bookings.during, documentsReady: bookings.documentsReady }
		})
		.from(tickets)
		.innerJoin(
			services,
			and(eq(services.communityId, tickets.communityId), eq(services.id, tickets.serviceId))
		)
		.leftJoin(people, and(eq(people.communityId, tickets.communityId), eq(people.id, tickets.personId)))
		.leftJoin(
			bookings,
			and(eq(bookings.communityId, tickets.communityId), eq(bookings.id, tickets.bookingId))
		)
		.where(
			and(eq(tickets.communityId, scope.communityId), eq(tickets.stationId, stationId), eq(tickets.day, day))
		)
		.orderBy(asc(tickets.number));
	return rows.map(({ booking, ...row }) => ({
		...row,
		booking: booking && { start: booking.during.start, documentsReady: booking.documentsReady }
	}));
}

/** Numbers without an appointment that stand in one of these states, up to a day and with it. */
export async function walkInsUntil(
	scope: Scope,
	day: Day,
	states: readonly TicketState[]
): Promise<{ id: string }[]> {
	return scope.tx
		.select({ id: tickets.id })
		.from(tickets)
		.where(
			and(
				eq(tickets.communityId, scope.communityId),
				lte(tickets.day, day),
				isNull(tickets.bookingId),
				inArray(tickets.status, [...states])
			)
		);
}

/** A number that was never closed. */
export interface OpenNumber {
	id: string;
	number: number;
	day: Day;
	service: { name: string; nameEn: string };
	person: string | null;
}

/** Numbers of earlier days without an appointment that are still at a desk of a station: nobody has said how they ended. */
export function leftAtDesks(scope: Scope, stationId: string, today: Day): Promise<OpenNumber[]> {
	return scope.tx
		.select({
			id: tickets.id,
			number: tickets.number,
			day: tickets.day,
			service: { name: services.name, nameEn: services.nameEn },
			person: people.name
		})
		.from(tickets)
		.innerJoin(
			services,
			and(eq(services.communityId, tickets.communityId), eq(services.id, tickets.serviceId))
		)
		.leftJoin(people, and(eq(people.communityId, tickets.communityId), eq(people.id, tickets.personId)))
		.where(
			and(
				eq(tickets.communityId, scope.communityId),
				eq(tickets.stationId, stationId),
				lt(tickets.day, today),
				isNull(tickets.bookingId),
				eq(tickets.status, 'serving')
			)
		)
		.orderBy(asc(tickets.day), asc(tickets.number));
}

/** Until the transaction ends nobody else joins the queue of this station. */
export async function holdQueue(scope: Scope, stationId: string): Promise<void> {
	await scope.tx
		.select({ id: stations.id })
		.from(stations)
		.where(and(eq(stations.communityId, scope.communityId), eq(stations.id, stationId)))
		.for('no key update');
}

/** The next number of the day; the queue must be held. */
export async function nextNumber(scope: Scope, stationId: string, day: Day): Promise<number> {
	const [row] = await scope.tx
		.select({ last: max(tickets.number) })
		.from(tickets)
		.where(
			and(eq(tickets.communityId, scope.communityId), eq(tickets.stationId, stationId), eq(tickets.day, day))
		);
	return (row?.last ?? 0) + 1;
}

export async function addTicket(
	scope: Scope,
	row: Omit<typeof tickets.$inferInsert, 'communityId'>
): Promise<void> {
	await scope.tx.insert(tickets).values({ ...row, communityId: scope.communityId });
}

/** Moves a number where it still is in one of `from`; undefined where somebody else was first. */
export async function moveTicket(
	scope: Scope,
	id: string,
	from: readonly TicketState[],
	change: Change
): Promise<TicketRow | undefined> {
	const [row] = await scope.tx
		.update(tickets)
		.set(change)
		.where(and(own(scope, id), inArray(tickets.status, [...from])))
		.returning();
	return row;
}

/** Ends the number of a booking where it still is in one of `from`. */
export async function endTicketOf(
	scope: Scope,
	bookingId: string,
	from: readonly TicketState[],
	change: Change
): Promise<void> {
	await scope.tx
		.update(tickets)
		.set(change)
		.where(
			and(
				eq(tickets.communityId, scope.communityId),
				eq(tickets.bookingId, bookingId),
				inArray(tickets.status, [...from])
			)
		);
}

export async function writeTicketNote(scope: Scope, id: string, noteSealed: Buffer | null): Promise<void> {
	await scope.tx.update(tickets).set({ noteSealed }).where(own(scope, id));
}

/** PostgreSQL's words for a second row in a place that an exclusion, or a unique index, keeps for one. */
const taken = ['23P01', '23505'];

/** Does some work, or nothing of it where what it would take has been taken by somebody else. */
export async function unlessTaken(scope: Scope, work: (scope: Scope) => Promise<unknown>): Promise<void> {
	try {
		await scope.tx.transaction((tx) => work({ ...scope, tx }));
	} catch (error) {
		const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
		if (!taken.includes(cause?.code ?? '')) throw error;
	}
}

/** The desk, kept from other calls until the transaction ends, with the number of a day that it is busy with. */
export async function deskForCall(
	scope: Scope,
	deskId: string,
	day: Day
): Promise<{ stationId: string; busyWith: TicketRow | undefined } | undefined> {
	const [desk] = await scope.tx
		.select({ stationId: desks.stationId })
		.from(desks)
		.where(and(eq(desks.communityId, scope.communityId), eq(desks.id, deskId), eq(desks.closed, false)))
		.for('no key update');
	if (!desk) return undefined;
	const [busyWith] = await scope.tx
		.select()
		.from(tickets)
		.where(
			and(
				eq(tickets.communityId, scope.communityId),
				eq(tickets.deskId, deskId),
				eq(tickets.day, day),
				inArray(tickets.status, [...atDeskStates])
			)
		);
	return { stationId: desk.stationId, busyWith };
}

/** Tells every process that something has changed at a station, when the transaction is through. */
export async function announce(scope: Scope, stationId: string): Promise<void> {
	await scope.tx.execute(sql`select pg_notify('hall', ${`${scope.communityId}/${stationId}`})`);
}

/** The visits of these people before a day, newest first. */
export async function visitsBefore(
	scope: Scope,
	personIds: readonly string[],
	day: Day
): Promise<{ personId: string; day: Day; name: string; nameEn: string; status: TicketState }[]> {
	if (personIds.length === 0) return [];
	const rows = await scope.tx
		.select({
			personId: tickets.personId,
			day: tickets.day,
			name: services.name,
			nameEn: services.nameEn,
			status: tickets.status
		})
		.from(tickets)
		.innerJoin(
			services,
			and(eq(services.communityId, tickets.communityId), eq(services.id, tickets.serviceId))
		)
		.where(
			and(
				eq(tickets.communityId, scope.communityId),
				inArray(tickets.personId, [...personIds]),
				lt(tickets.day, day)
			)
		)
		.orderBy(desc(tickets.day));
	return rows.flatMap(({ personId, ...row }) => (personId ? [{ personId, ...row }] : []));
}
