import { and, asc, desc, eq, gte, inArray, lt, or, sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { serviceRecords } from '#lib/records/tables.server.ts';
import type { Span } from '#lib/shared/time.ts';
import type { TaskRow } from '#lib/tasks/queries.server.ts';
import { tasks } from '#lib/tasks/tables.server.ts';
import { people } from '#lib/accounts/tables.server.ts';
import { alias } from 'drizzle-orm/pg-core';
import { campaigns, pairings } from './tables.server.ts';

/* Visits: the tasks of pairs. */

const visits = (scope: Scope) => and(eq(tasks.communityId, scope.communityId), eq(tasks.kind, 'visit'));

/** Why a visit that nobody began is off, as the reason of its task. */
export const missed = 'missed';

/** What a resident says of a visit that was reported and did not happen, as the reason of its task. */
export const nobodyCame = 'nobody_came';

/** The visits of a pair, the newest first. */
export function visitsOf(scope: Scope, pairingId: string, limit = 100): Promise<TaskRow[]> {
	return scope.tx
		.select()
		.from(tasks)
		.where(and(visits(scope), eq(tasks.subjectId, pairingId)))
		.orderBy(desc(sql`lower(${tasks.during})`))
		.limit(limit);
}

/** When the latest visit of a pair was to begin, whatever became of it. */
export async function lastVisitStart(scope: Scope, pairingId: string): Promise<Date | null> {
	const [last] = await visitsOf(scope, pairingId, 1);
	return last?.during.start ?? null;
}

/** A visit with the names of the two. */
export interface NamedVisit {
	task: TaskRow;
	campaignId: string;
	/** What visits of the campaign are about. */
	need: string;
	member: string;
	resident: string;
}

const member = alias(people, 'member');
const resident = alias(people, 'resident');

function named(scope: Scope) {
	return scope.tx
		.select({
			task: tasks,
			campaignId: pairings.campaignId,
			need: campaigns.need,
			member: member.name,
			resident: resident.name
		})
		.from(tasks)
		.innerJoin(pairings, and(eq(pairings.communityId, tasks.communityId), eq(pairings.id, tasks.subjectId)))
		.innerJoin(
			campaigns,
			and(eq(campaigns.communityId, pairings.communityId), eq(campaigns.id, pairings.campaignId))
		)
		.innerJoin(member, and(eq(member.communityId, tasks.communityId), eq(member.id, tasks.personId)))
		.innerJoin(
			resident,
			and(eq(resident.communityId, tasks.communityId), eq(resident.id, tasks.forPersonId))
		);
}

/** One visit by its id. */
export async function namedVisit(scope: Scope, id: string): Promise<NamedVisit | undefined> {
	const [row] = await named(scope).where(and(visits(scope), eq(tasks.id, id)));
	return row;
}

/** Visits that begin within a span and are not off for another reason than that they were missed. */
export function visitsWithin(scope: Scope, { start, end }: Span): Promise<NamedVisit[]> {
	return named(scope)
		.where(
			and(
				visits(scope),
				gte(sql`lower(${tasks.during})`, start.toISOString()),
				lt(sql`lower(${tasks.during})`, end.toISOString()),
				or(sql`${tasks.status} not in ('cancelled', 'dropped_out')`, eq(tasks.reason, missed))
			)
		)
		.orderBy(asc(sql`lower(${tasks.during})`))
		.limit(500);
}

/** Visits that are done and that nobody has confirmed, the oldest first. */
export function visitsToConfirm(scope: Scope, of?: { residentId: string }): Promise<NamedVisit[]> {
	return named(scope)
		.where(
			and(
				visits(scope),
				inArray(tasks.status, ['done', 'disputed']),
				of && eq(tasks.forPersonId, of.residentId)
			)
		)
		.orderBy(asc(tasks.finishedAt))
		.limit(500);
}

/** How many of them have been silent since an instant, and how many did not happen as the residents say. */
export async function countToConfirm(
	scope: Scope,
	since: Date
): Promise<{ silent: number; disputed: number }> {
	const [row] = await scope.tx
		.select({
			silent: sql<number>`(count(*) filter (where ${tasks.status} = 'done'
				and ${tasks.finishedAt} < ${since.toISOString()}::timestamptz))::int`,
			disputed: sql<number>`(count(*) filter (where ${tasks.status} = 'disputed'))::int`
		})
		.from(tasks)
		.where(and(visits(scope), inArray(tasks.status, ['done', 'disputed'])));
	return row!;
}

/** What became of the visits of each pair of a campaign; those of which the two say different things are left out. */
export interface VisitFigures {
	kept: number;
	missed: number;
	/** Given up by the member or called off by the resident. */
	off: number;
	ahead: number;
	/** Confirmed minutes. */
	minutes: number;
	/** Average stars; null where nobody gave any. */
	stars: number | null;
}

/** Figures of visits by pair. */
export async function visitFigures(scope: Scope, campaignId: string): Promise<Map<string, VisitFigures>> {
	const rows = await scope.tx
		.select({
			pairingId: tasks.subjectId,
			kept: sql<number>`(count(*) filter (where ${tasks.status} in ('done', 'confirmed', 'resolved')))::int`,
			missed: sql<number>`(count(*) filter (where ${tasks.status} = 'cancelled' and ${tasks.reason} = ${missed}))::int`,
			off: sql<number>`(count(*) filter (where ${tasks.status} = 'dropped_out'
				or (${tasks.status} = 'cancelled' and ${tasks.reason} is distinct from ${missed})))::int`,
			ahead: sql<number>`(count(*) filter (where ${tasks.status} in ('planned', 'under_way')))::int`,
			minutes: sql<number>`coalesce(sum(${serviceRecords.minutes}), 0)::int`,
			stars: sql<number | null>`avg(${serviceRecords.rating})::float8`
		})
		.from(tasks)
		.innerJoin(
			pairings,
			and(
				eq(pairings.communityId, tasks.communityId),
				eq(pairings.id, tasks.subjectId),
				eq(pairings.campaignId, campaignId)
			)
		)
		.leftJoin(
			serviceRecords,
			and(eq(serviceRecords.communityId, tasks.communityId), eq(serviceRecords.taskId, tasks.id))
		)
		.where(visits(scope))
		.groupBy(tasks.subjectId);
	return new Map(rows.map(({ pairingId, ...figures }) => [pairingId, figures]));
}

/** Words of thanks that residents of a campaign gave with a visit, the newest first. */
export function thanksIn(
	scope: Scope,
	campaignId: string
): Promise<{ id: string; thanks: string | null; rating: number | null; servedOn: string; member: string }[]> {
	return scope.tx
		.select({
			id: serviceRecords.id,
			thanks: serviceRecords.thanks,
			rating: serviceRecords.rating,
			servedOn: serviceRecords.servedOn,
			member: member.name
		})
		.from(serviceRecords)
		.innerJoin(
			tasks,
			and(eq(tasks.communityId, serviceRecords.communityId), eq(tasks.id, serviceRecords.taskId))
		)
		.innerJoin(
			pairings,
			and(
				eq(pairings.communityId, tasks.communityId),
				eq(pairings.id, tasks.subjectId),
				eq(pairings.campaignId, campaignId)
			)
		)
		.innerJoin(
			member,
			and(eq(member.communityId, serviceRecords.communityId), eq(member.id, serviceRecords.personId))
		)
		.where(
			and(
				eq(serviceRecords.communityId, scope.communityId),
				visits(scope),
				sql`${serviceRecords.thanks} is not null`
			)
		)
		.orderBy(desc(serviceRecords.servedOn), desc(serviceRecords.confirmedAt))
		.limit(12);
}
