import { and, asc, count, eq, exists, inArray, isNull, notExists, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import type { Stand } from '#lib/hours/watch.server.ts';
import { takingStates } from './booking.ts';
import { bookings, serviceOfficers, services } from './tables.server.ts';

function under(scope: Scope, { staffId, deskId, during }: Stand) {
	return and(
		eq(bookings.communityId, scope.communityId),
		eq(bookings.officerId, staffId),
		deskId === null ? isNull(bookings.deskId) : eq(bookings.deskId, deskId),
		inArray(bookings.status, [...takingStates]),
		sql`${bookings.during} && ${sql.param(during, bookings.during)}`
	);
}

/** The bookings that are with these colleagues at these desks and times, in order of time. */
export function bookingsUnder(scope: Scope, stands: readonly Stand[]) {
	return scope.tx
		.select({
			id: bookings.id,
			during: bookings.during,
			who: people.name,
			service: { name: services.name, nameEn: services.nameEn }
		})
		.from(bookings)
		.innerJoin(people, and(eq(people.communityId, bookings.communityId), eq(people.id, bookings.attendeeId)))
		.innerJoin(
			services,
			and(eq(services.communityId, bookings.communityId), eq(services.id, bookings.serviceId))
		)
		.where(
			and(eq(bookings.communityId, scope.communityId), or(...stands.map((stand) => under(scope, stand))))
		)
		.orderBy(sql`lower(${bookings.during})`, asc(bookings.id));
}

/** How many bookings are with these colleagues at these desks and times. */
export async function countBookingsUnder(scope: Scope, stands: readonly Stand[]): Promise<number> {
	const [row] = await scope.tx
		.select({ count: count() })
		.from(bookings)
		.where(or(...stands.map((stand) => under(scope, stand))));
	return row?.count ?? 0;
}

/** Gives the bookings of a duty to another colleague: those whose service he knows, at times when he has no other. */
export async function giveBookings(scope: Scope, stand: Stand, toStaffId: string): Promise<void> {
	const other = alias(bookings, 'other');
	const knows = scope.tx
		.select({ one: sql`1` })
		.from(serviceOfficers)
		.where(
			and(
				eq(serviceOfficers.communityId, scope.communityId),
				eq(serviceOfficers.serviceId, bookings.serviceId),
				eq(serviceOfficers.staffId, toStaffId)
			)
		);
	const busy = scope.tx
		.select({ one: sql`1` })
		.from(other)
		.where(
			and(
				eq(other.communityId, scope.communityId),
				eq(other.officerId, toStaffId),
				inArray(other.status, [...takingStates]),
				sql`${other.during} && ${bookings.during}`
			)
		);
	await scope.tx
		.update(bookings)
		.set({ officerId: toStaffId })
		.where(
			and(under(scope, stand), inArray(bookings.status, ['held', 'booked']), exists(knows), notExists(busy))
		);
}
