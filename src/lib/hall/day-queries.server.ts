import { and, eq, gte, isNull, lte, sql } from 'drizzle-orm';
import { bookings, services } from '#lib/booking/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { duties } from '#lib/hours/tables.server.ts';
import { desks } from '#lib/places/tables.server.ts';
import type { Day, Span } from '#lib/shared/time.ts';
import { tickets } from './tables.server.ts';

/** The published duties of somebody on a day, in order; on a round of home visits there is no desk. */
export async function dutiesOf(
	scope: Scope,
	staffId: string,
	day: Day
): Promise<{ desk: { name: string; nameEn: string } | null; during: Span }[]> {
	const rows = await scope.tx
		.select({ desk: { name: desks.name, nameEn: desks.nameEn }, during: duties.during })
		.from(duties)
		.leftJoin(desks, and(eq(desks.communityId, duties.communityId), eq(desks.id, duties.deskId)))
		.where(
			and(
				eq(duties.communityId, scope.communityId),
				eq(duties.staffId, staffId),
				eq(duties.day, day),
				eq(duties.status, 'published')
			)
		);
	return rows.sort((a, b) => a.during.start.getTime() - b.during.start.getTime());
}

/** When the last duty of a day ends, at a station or of an officer at homes; null where there is none. */
export async function lastDutyEnd(
	scope: Scope,
	day: Day,
	at: { stationId: string } | { officerId: string }
): Promise<Date | null> {
	const [row] = await scope.tx
		.select({ end: sql<string | null>`max(upper(${duties.during}))` })
		.from(duties)
		.leftJoin(desks, and(eq(desks.communityId, duties.communityId), eq(desks.id, duties.deskId)))
		.where(
			and(
				eq(duties.communityId, scope.communityId),
				eq(duties.day, day),
				eq(duties.status, 'published'),
				'stationId' in at ? eq(desks.stationId, at.stationId) : eq(duties.staffId, at.officerId)
			)
		);
	return row?.end ? new Date(row.end) : null;
}

/** Somebody who was served at a desk. */
export interface ServedTicket {
	bookingId: string | null;
	turnAt: Date;
	calledAt: Date;
	during: Span;
}

/** Whom somebody of the staff has served on a day. */
export async function servedBy(scope: Scope, officerId: string, day: Day): Promise<ServedTicket[]> {
	const { bookingId, turnAt, calledAt, startedAt, endedAt } = tickets;
	const rows = await scope.tx
		.select({ bookingId, turnAt, calledAt, startedAt, endedAt })
		.from(tickets)
		.where(
			and(
				eq(tickets.communityId, scope.communityId),
				eq(tickets.officerId, officerId),
				eq(tickets.day, day),
				eq(tickets.status, 'served')
			)
		);
	return rows.flatMap(({ startedAt: start, endedAt: end, calledAt, ...row }) =>
		start && end && calledAt ? [{ ...row, calledAt, during: { start, end } }] : []
	);
}

/** A visit that was served, with what it was and where; at home there is no desk. */
export interface ServedVisit {
	service: { id: string; name: string; nameEn: string };
	desk: { id: string; name: string; nameEn: string } | null;
	during: Span;
}

const service = { id: services.id, name: services.name, nameEn: services.nameEn };
const desk = { id: desks.id, name: desks.name, nameEn: desks.nameEn };

/** All that was served from one day to another: numbers at desks, and bookings that never had one, as at homes. */
export async function servedBetween(scope: Scope, from: Day, to: Day): Promise<ServedVisit[]> {
	const atDesks = await scope.tx
		.select({ service, desk, start: tickets.startedAt, end: tickets.endedAt })
		.from(tickets)
		.innerJoin(
			services,
			and(eq(services.communityId, tickets.communityId), eq(services.id, tickets.serviceId))
		)
		.leftJoin(desks, and(eq(desks.communityId, tickets.communityId), eq(desks.id, tickets.deskId)))
		.where(
			and(
				eq(tickets.communityId, scope.communityId),
				gte(tickets.day, from),
				lte(tickets.day, to),
				eq(tickets.status, 'served')
			)
		);
	const others = await scope.tx
		.select({ service, desk, start: bookings.startedAt, end: bookings.endedAt })
		.from(bookings)
		.innerJoin(
			services,
			and(eq(services.communityId, bookings.communityId), eq(services.id, bookings.serviceId))
		)
		.leftJoin(desks, and(eq(desks.communityId, bookings.communityId), eq(desks.id, bookings.deskId)))
		.leftJoin(tickets, and(eq(tickets.communityId, bookings.communityId), eq(tickets.bookingId, bookings.id)))
		.where(
			and(
				eq(bookings.communityId, scope.communityId),
				gte(bookings.localDay, from),
				lte(bookings.localDay, to),
				eq(bookings.status, 'served'),
				isNull(tickets.id)
			)
		);
	return [...atDesks, ...others].flatMap(({ start, end, ...visit }) =>
		start && end ? [{ ...visit, during: { start, end } }] : []
	);
}
