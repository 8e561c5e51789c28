import { and, arrayContains, asc, count, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { duties } from '#lib/hours/tables.server.ts';
import { desks } from '#lib/places/tables.server.ts';
import { takingStates } from './booking.ts';
import type { DocumentRow, ServiceRow } from './queries.server.ts';
import { bookings, serviceDocuments, serviceOfficers, services } from './tables.server.ts';

const one = (scope: Scope, id: string) =>
	and(eq(services.communityId, scope.communityId), eq(services.id, id));

/**
 * The catalogue by name.
 * @param filter.tokens all of which a service must be found by
 * @param filter.withdrawn also those that are withdrawn
 */
export function listServices(
	scope: Scope,
	filter: { tokens?: string[]; withdrawn?: boolean } = {}
): Promise<ServiceRow[]> {
	const { tokens = [], withdrawn = false } = filter;
	return scope.tx
		.select()
		.from(services)
		.where(
			and(
				eq(services.communityId, scope.communityId),
				withdrawn ? undefined : isNull(services.withdrawnAt),
				tokens.length > 0 ? arrayContains(services.search, tokens) : undefined
			)
		)
		.orderBy(asc(services.name));
}

/** What to bring to each of several services, in order. */
export async function documentsOfMany(
	scope: Scope,
	serviceIds: readonly string[]
): Promise<Map<string, DocumentRow[]>> {
	if (serviceIds.length === 0) return new Map();
	const rows = await scope.tx
		.select()
		.from(serviceDocuments)
		.where(
			and(
				eq(serviceDocuments.communityId, scope.communityId),
				inArray(serviceDocuments.serviceId, [...serviceIds])
			)
		)
		.orderBy(asc(serviceDocuments.position), asc(serviceDocuments.id));
	return Map.groupBy(rows, ({ serviceId }) => serviceId);
}

/** Ids of the staff who are able to do a service. */
export async function officersOf(scope: Scope, serviceId: string): Promise<string[]> {
	const rows = await scope.tx
		.select({ staffId: serviceOfficers.staffId })
		.from(serviceOfficers)
		.where(and(eq(serviceOfficers.communityId, scope.communityId), eq(serviceOfficers.serviceId, serviceId)));
	return rows.map(({ staffId }) => staffId);
}

/** When a service is to be had: until when it is now, and when next. */
export interface Opening {
	serviceId: string;
	openUntil: Date | null;
	nextFrom: Date | null;
}

/** Duties, published and not over, of those who are able to do a service where it is done. */
function duty(scope: Scope, now: Date) {
	return and(
		eq(duties.communityId, serviceOfficers.communityId),
		eq(duties.staffId, serviceOfficers.staffId),
		eq(duties.status, 'published'),
		gt(sql`upper(${duties.during})`, sql`${now.toISOString()}::timestamptz`),
		or(
			and(eq(services.atDesk, true), sql`${duties.deskId} is not null`),
			and(eq(services.atHome, true), isNull(duties.deskId))
		),
		eq(services.communityId, scope.communityId)
	);
}

/** When each service is to be had; those for which nobody is on duty ahead are left out. */
export function openingsOf(scope: Scope, now: Date): Promise<Opening[]> {
	const at = sql`${now.toISOString()}::timestamptz`;
	const from = sql`lower(${duties.during})`;
	return scope.tx
		.select({
			serviceId: services.id,
			openUntil: sql<Date | null>`max(upper(${duties.during})) filter (where ${from} <= ${at})`.mapWith(
				duties.changedAt
			),
			nextFrom: sql<Date | null>`min(${from}) filter (where ${from} > ${at})`.mapWith(duties.changedAt)
		})
		.from(services)
		.innerJoin(
			serviceOfficers,
			and(eq(serviceOfficers.communityId, services.communityId), eq(serviceOfficers.serviceId, services.id))
		)
		.innerJoin(duties, duty(scope, now))
		.groupBy(services.id);
}

/** Ids of the stations at whose desks a service is done in the time ahead. */
export async function stationIdsOf(scope: Scope, serviceId: string, now: Date): Promise<string[]> {
	const rows = await scope.tx
		.selectDistinct({ id: desks.stationId })
		.from(services)
		.innerJoin(
			serviceOfficers,
			and(eq(serviceOfficers.communityId, services.communityId), eq(serviceOfficers.serviceId, services.id))
		)
		.innerJoin(duties, duty(scope, now))
		.innerJoin(desks, and(eq(desks.communityId, duties.communityId), eq(desks.id, duties.deskId)))
		.where(eq(services.id, serviceId));
	return rows.map(({ id }) => id);
}

/** How many bookings of each service are still to come. */
export async function bookingsAhead(scope: Scope, now: Date): Promise<Map<string, number>> {
	const rows = await scope.tx
		.select({ serviceId: bookings.serviceId, count: count() })
		.from(bookings)
		.where(
			and(
				eq(bookings.communityId, scope.communityId),
				inArray(
					bookings.status,
					takingStates.filter((status) => status !== 'held')
				),
				gt(sql`upper(${bookings.during})`, sql`${now.toISOString()}::timestamptz`)
			)
		)
		.groupBy(bookings.serviceId);
	return new Map(rows.map(({ serviceId, count: ahead }) => [serviceId, ahead]));
}

/** How many of the staff are able to do each service. */
export async function officerCounts(scope: Scope): Promise<Map<string, number>> {
	const rows = await scope.tx
		.select({ serviceId: serviceOfficers.serviceId, count: count() })
		.from(serviceOfficers)
		.where(eq(serviceOfficers.communityId, scope.communityId))
		.groupBy(serviceOfficers.serviceId);
	return new Map(rows.map(({ serviceId, count: officers }) => [serviceId, officers]));
}

/** Adds a service. False where one of this name stands. */
export async function addService(
	scope: Scope,
	row: Omit<typeof services.$inferInsert, 'communityId'>
): Promise<boolean> {
	const added = await scope.tx
		.insert(services)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: services.id });
	return added.length > 0;
}

/** True where another service of this name stands. Until the transaction ends nobody else looks for it; who tries waits. */
export async function isNameTaken(scope: Scope, name: string, except: string): Promise<boolean> {
	const key = `${scope.communityId}:service:${name}`;
	await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
	const rows = await scope.tx
		.select({ id: services.id })
		.from(services)
		.where(
			and(eq(services.communityId, scope.communityId), eq(services.name, name), isNull(services.withdrawnAt))
		);
	return rows.some(({ id }) => id !== except);
}

/** Changes a service that still is as it was seen; its version rises. */
export async function changeService(
	scope: Scope,
	seen: { id: string; version: number },
	change: Partial<Omit<typeof services.$inferInsert, 'communityId' | 'id' | 'version'>>
): Promise<boolean> {
	const changed = await scope.tx
		.update(services)
		.set({ ...change, version: sql`${services.version} + 1` })
		.where(and(one(scope, seen.id), eq(services.version, seen.version)))
		.returning({ id: services.id });
	return changed.length > 0;
}

/** Puts these documents, in this order, in the place of those there are; one that stays keeps its id. */
export async function replaceDocuments(
	scope: Scope,
	serviceId: string,
	documents: readonly Omit<DocumentRow, 'communityId' | 'serviceId' | 'position'>[]
): Promise<void> {
	await scope.tx
		.delete(serviceDocuments)
		.where(
			and(eq(serviceDocuments.communityId, scope.communityId), eq(serviceDocuments.serviceId, serviceId))
		);
	if (documents.length === 0) return;
	const { communityId } = scope;
	await scope.tx
		.insert(serviceDocuments)
		.values(documents.map((document, position) => ({ ...document, communityId, serviceId, position })));
}

export async function replaceOfficers(
	scope: Scope,
	serviceId: string,
	staffIds: readonly string[]
): Promise<void> {
	await scope.tx
		.delete(serviceOfficers)
		.where(and(eq(serviceOfficers.communityId, scope.communityId), eq(serviceOfficers.serviceId, serviceId)));
	if (staffIds.length === 0) return;
	const { communityId } = scope;
	await scope.tx
		.insert(serviceOfficers)
		.values(staffIds.map((staffId) => ({ communityId, serviceId, staffId })));
}
