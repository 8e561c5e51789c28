import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import { bookings, serviceDocuments, serviceOfficers, services } from '#lib/booking/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { duties } from '#lib/hours/tables.server.ts';
import { desks } from '#lib/places/tables.server.ts';
import type { Day, Span } from '#lib/shared/time.ts';
import type { Expected } from './wait-estimate.ts';

export type DeskRow = typeof desks.$inferSelect;

/** The desks of a station that are staffed at times, by name. */
export function desksAt(scope: Scope, stationId: string): Promise<DeskRow[]> {
	return scope.tx
		.select()
		.from(desks)
		.where(
			and(eq(desks.communityId, scope.communityId), eq(desks.stationId, stationId), eq(desks.closed, false))
		)
		.orderBy(asc(desks.name));
}

/** An officer at a desk. */
export interface DeskDuty {
	deskId: string;
	staffId: string;
	officer: string;
	during: Span;
}

/** The published duties at the desks of a station on a day, in order. */
export async function deskDuties(scope: Scope, stationId: string, day: Day): Promise<DeskDuty[]> {
	const rows = await scope.tx
		.select({ deskId: desks.id, staffId: duties.staffId, officer: people.name, during: duties.during })
		.from(duties)
		.innerJoin(desks, and(eq(desks.communityId, duties.communityId), eq(desks.id, duties.deskId)))
		.innerJoin(people, and(eq(people.communityId, duties.communityId), eq(people.id, duties.staffId)))
		.where(
			and(
				eq(duties.communityId, scope.communityId),
				eq(duties.day, day),
				eq(duties.status, 'published'),
				eq(desks.stationId, stationId)
			)
		);
	return rows.sort((a, b) => a.during.start.getTime() - b.during.start.getTime());
}

/** What each of these officers knows. */
export async function knownServices(
	scope: Scope,
	staffIds: readonly string[]
): Promise<Map<string, Set<string>>> {
	const known = new Map<string, Set<string>>(staffIds.map((id) => [id, new Set()]));
	if (staffIds.length === 0) return known;
	const rows = await scope.tx
		.select({ staffId: serviceOfficers.staffId, serviceId: serviceOfficers.serviceId })
		.from(serviceOfficers)
		.where(
			and(eq(serviceOfficers.communityId, scope.communityId), inArray(serviceOfficers.staffId, [...staffIds]))
		);
	for (const { staffId, serviceId } of rows) known.get(staffId)?.add(serviceId);
	return known;
}

/** Appointments at the desks of a station that begin within a span and for which nobody has come yet. */
export async function expectedAt(scope: Scope, stationId: string, within: Span): Promise<Expected[]> {
	const rows = await scope.tx
		.select({ serviceId: bookings.serviceId, minutes: services.minutes, during: bookings.during })
		.from(bookings)
		.innerJoin(desks, and(eq(desks.communityId, bookings.communityId), eq(desks.id, bookings.deskId)))
		.innerJoin(
			services,
			and(eq(services.communityId, bookings.communityId), eq(services.id, bookings.serviceId))
		)
		.where(
			and(
				eq(bookings.communityId, scope.communityId),
				eq(desks.stationId, stationId),
				eq(bookings.status, 'booked'),
				sql`lower(${bookings.during}) >= ${within.start.toISOString()}::timestamptz`,
				sql`lower(${bookings.during}) < ${within.end.toISOString()}::timestamptz`
			)
		);
	return rows.map(({ serviceId, minutes, during }) => ({ serviceId, minutes, turnAt: during.start }));
}

export interface WalkInService {
	id: string;
	name: string;
	nameEn: string;
	icon: string;
	minutes: number;
	walkIn: boolean;
}

/** What is done at the desks, by group and name; what was withdrawn is not among them. */
export function servicesAtDesks(scope: Scope): Promise<WalkInService[]> {
	const { id, name, nameEn, icon, minutes, walkIn } = services;
	return scope.tx
		.select({ id, name, nameEn, icon, minutes, walkIn })
		.from(services)
		.where(
			and(
				eq(services.communityId, scope.communityId),
				eq(services.atDesk, true),
				sql`${services.withdrawnAt} is null`
			)
		)
		.orderBy(asc(services.group), asc(services.name));
}

/** What to bring for each of these services, in order. */
export async function documentsOf(
	scope: Scope,
	serviceIds: readonly string[]
): Promise<Map<string, { id: string; name: string; nameEn: string }[]>> {
	if (serviceIds.length === 0) return new Map();
	const { id, serviceId, name, nameEn } = serviceDocuments;
	const rows = await scope.tx
		.select({ id, serviceId, name, nameEn })
		.from(serviceDocuments)
		.where(
			and(
				eq(serviceDocuments.communityId, scope.communityId),
				inArray(serviceDocuments.serviceId, [...new Set(serviceIds)])
			)
		)
		.orderBy(asc(serviceDocuments.position));
	return Map.groupBy(rows, (row) => row.serviceId);
}
