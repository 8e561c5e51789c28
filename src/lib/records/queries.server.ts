import { and, count, desc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { buildings } from '#lib/places/tables.server.ts';
import { alias } from 'drizzle-orm/pg-core';
import { serviceRecords } from './tables.server.ts';

export type RecordRow = typeof serviceRecords.$inferSelect;

export async function addRecord(
	scope: Scope,
	row: Omit<typeof serviceRecords.$inferInsert, 'communityId'>
): Promise<boolean> {
	const added = await scope.tx
		.insert(serviceRecords)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: serviceRecords.id });
	return added.length > 0;
}

/** Writes a record under its id, or corrects its minutes where it is written already. */
export async function putRecord(
	scope: Scope,
	row: Omit<typeof serviceRecords.$inferInsert, 'communityId'>
): Promise<void> {
	const { minutes, confirmerId, confirmedAt } = row;
	await scope.tx
		.insert(serviceRecords)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoUpdate({
			target: [serviceRecords.communityId, serviceRecords.id],
			set: { minutes, confirmerId, confirmedAt }
		});
}

/** Those of these ids under which a service is written down. */
export async function recordedAmong(scope: Scope, ids: readonly string[]): Promise<Set<string>> {
	if (ids.length === 0) return new Set();
	const rows = await scope.tx
		.select({ id: serviceRecords.id })
		.from(serviceRecords)
		.where(and(eq(serviceRecords.communityId, scope.communityId), inArray(serviceRecords.id, [...ids])));
	return new Set(rows.map(({ id }) => id));
}

/** Takes back records of services that were none. */
export async function dropRecords(scope: Scope, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await scope.tx
		.delete(serviceRecords)
		.where(and(eq(serviceRecords.communityId, scope.communityId), inArray(serviceRecords.id, [...ids])));
}

/** A person's services, newest first. */
export function recordsOf(scope: Scope, personId: string, limit = 100): Promise<RecordRow[]> {
	return scope.tx
		.select()
		.from(serviceRecords)
		.where(and(eq(serviceRecords.communityId, scope.communityId), eq(serviceRecords.personId, personId)))
		.orderBy(desc(serviceRecords.servedOn), desc(serviceRecords.confirmedAt))
		.limit(limit);
}

/** The record that a task became; none until it is confirmed. */
export async function recordOfTask(scope: Scope, taskId: string): Promise<RecordRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(serviceRecords)
		.where(and(eq(serviceRecords.communityId, scope.communityId), eq(serviceRecords.taskId, taskId)));
	return row;
}

export interface Total {
	services: number;
	minutes: number;
	served: number;
}

/** What a person has done in all, or since a local day. */
export async function totalOf(scope: Scope, personId: string, since?: string): Promise<Total> {
	const own = eq(serviceRecords.personId, personId);
	return total(scope, since ? and(own, gte(serviceRecords.servedOn, since)) : own);
}

/** All of the community between two local days, both included. */
export async function totalBetween(scope: Scope, from: string, to: string): Promise<Total> {
	return total(scope, and(gte(serviceRecords.servedOn, from), lte(serviceRecords.servedOn, to)));
}

async function total(scope: Scope, which: ReturnType<typeof and>): Promise<Total> {
	const [row] = await scope.tx
		.select({
			services: count(),
			minutes: sql<number>`coalesce(sum(${serviceRecords.minutes}), 0)::int`,
			served: sql<number>`coalesce(sum(${serviceRecords.scale}), 0)::int`
		})
		.from(serviceRecords)
		.where(and(eq(serviceRecords.communityId, scope.communityId), which));
	return row ?? { services: 0, minutes: 0, served: 0 };
}

/** Minutes of each of these people since a local day. */
export async function minutesSince(
	scope: Scope,
	personIds: string[],
	from: string
): Promise<Map<string, number>> {
	if (personIds.length === 0) return new Map();
	const rows = await scope.tx
		.select({
			personId: serviceRecords.personId,
			minutes: sql<number>`sum(${serviceRecords.minutes})::int`
		})
		.from(serviceRecords)
		.where(
			and(
				eq(serviceRecords.communityId, scope.communityId),
				inArray(serviceRecords.personId, personIds),
				gte(serviceRecords.servedOn, from)
			)
		)
		.groupBy(serviceRecords.personId);
	return new Map(rows.map(({ personId, minutes }) => [personId, minutes]));
}

/** What somebody has done for one person. */
export interface History {
	helps: number;
	/** Those rated four stars or more. */
	good: number;
	/** Nobody has helped this person since. */
	last: boolean;
}

/** How often each volunteer has helped one person, how often well, and who came last. */
export async function historyWith(scope: Scope, forPersonId: string): Promise<Map<string, History>> {
	return (await historiesWith(scope, [forPersonId])).get(forPersonId) ?? new Map<string, History>();
}

/** The same for several people, by the one helped and then by who has helped. */
export async function historiesWith(
	scope: Scope,
	forPersonIds: readonly string[]
): Promise<Map<string, Map<string, History>>> {
	const found = new Map<string, Map<string, History>>();
	if (forPersonIds.length === 0) return found;
	const rows = await scope.tx
		.select({
			forPersonId: serviceRecords.forPersonId,
			personId: serviceRecords.personId,
			helps: count(),
			good: sql<number>`(count(*) filter (where ${serviceRecords.rating} >= 4))::int`,
			latest: sql<string>`max(${serviceRecords.confirmedAt})::text`
		})
		.from(serviceRecords)
		.where(
			and(
				eq(serviceRecords.communityId, scope.communityId),
				inArray(serviceRecords.forPersonId, [...forPersonIds])
			)
		)
		.groupBy(serviceRecords.forPersonId, serviceRecords.personId);
	for (const [forPersonId, mine] of Map.groupBy(rows, (row) => row.forPersonId)) {
		const newest = mine.reduce((latest, row) => (row.latest > latest ? row.latest : latest), '');
		const helpers = mine.map(({ personId, helps, good, latest }): [string, History] => [
			personId,
			{ helps, good, last: latest === newest }
		]);
		found.set(forPersonId, new Map(helpers));
	}
	return found;
}

const doer = alias(people, 'doer');
const helped = alias(people, 'helped');

export interface ListedRecord {
	record: RecordRow;
	doer: string;
	helped: string;
	building: string | null;
	buildingEn: string | null;
}

/** The desk's ledger between two local days, newest first. */
export function listRecords(
	scope: Scope,
	span: { from: string; to: string },
	page: { limit: number; offset: number }
): Promise<ListedRecord[]> {
	return scope.tx
		.select({
			record: serviceRecords,
			doer: doer.name,
			helped: helped.name,
			building: buildings.name,
			buildingEn: buildings.nameEn
		})
		.from(serviceRecords)
		.innerJoin(
			doer,
			and(eq(doer.communityId, serviceRecords.communityId), eq(doer.id, serviceRecords.personId))
		)
		.innerJoin(
			helped,
			and(eq(helped.communityId, serviceRecords.communityId), eq(helped.id, serviceRecords.forPersonId))
		)
		.leftJoin(
			buildings,
			and(eq(buildings.communityId, serviceRecords.communityId), eq(buildings.id, serviceRecords.buildingId))
		)
		.where(
			and(
				eq(serviceRecords.communityId, scope.communityId),
				gte(serviceRecords.servedOn, span.from),
				lte(serviceRecords.servedOn, span.to)
			)
		)
		.orderBy(desc(serviceRecords.servedOn), desc(serviceRecords.confirmedAt))
		.limit(page.limit)
		.offset(page.offset);
}

/** A service as its doer reads it again. */
export interface OwnRecord {
	record: RecordRow;
	/** Whom it was for; the doer sees the name only in part, save that of a unit. */
	helped: string;
	helpedKind: 'resident' | 'guest' | 'unit';
	building: string | null;
	buildingEn: string | null;
}

/** All services of one person, newest first. */
export function ownRecords(scope: Scope, personId: string): Promise<OwnRecord[]> {
	return scope.tx
		.select({
			record: serviceRecords,
			helped: helped.name,
			helpedKind: helped.kind,
			building: buildings.name,
			buildingEn: buildings.nameEn
		})
		.from(serviceRecords)
		.innerJoin(
			helped,
			and(eq(helped.communityId, serviceRecords.communityId), eq(helped.id, serviceRecords.forPersonId))
		)
		.leftJoin(
			buildings,
			and(eq(buildings.communityId, serviceRecords.communityId), eq(buildings.id, serviceRecords.buildingId))
		)
		.where(and(eq(serviceRecords.communityId, scope.communityId), eq(serviceRecords.personId, personId)))
		.orderBy(desc(serviceRecords.servedOn), desc(serviceRecords.confirmedAt))
		.limit(2000);
}
