import { and, asc, count, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import { among } from '#lib/db/among.ts';
import type { Scope } from '#lib/db/client.server.ts';
import type { Span } from '#lib/shared/time.ts';
import { tasks } from './tables.server.ts';
import { standingStates, type TaskKind, type TaskState } from './tasks.ts';

export type TaskRow = typeof tasks.$inferSelect;

const own = (scope: Scope, id: string) => and(eq(tasks.communityId, scope.communityId), eq(tasks.id, id));

export async function addTask(
	scope: Scope,
	row: Omit<typeof tasks.$inferInsert, 'communityId'>
): Promise<void> {
	await scope.tx.insert(tasks).values({ ...row, communityId: scope.communityId });
}

/** PostgreSQL's word for a second row in a place that an exclusion keeps for one. */
const exclusionViolation = '23P01';

/** Makes or moves a task; null, with nothing changed, where its doer has promised something else at that time. */
export async function ifFree<T>(scope: Scope, work: (scope: Scope) => Promise<T>): Promise<T | null> {
	try {
		return await scope.tx.transaction((tx) => work({ ...scope, tx }));
	} catch (error) {
		const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
		if (cause?.code === exclusionViolation) return null;
		throw error;
	}
}

export async function taskById(scope: Scope, id: string): Promise<TaskRow | undefined> {
	const [row] = await scope.tx.select().from(tasks).where(own(scope, id));
	return row;
}

/** The task that a photo belongs to. */
export async function taskByPhoto(scope: Scope, photoId: string): Promise<TaskRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(tasks)
		.where(and(eq(tasks.communityId, scope.communityId), eq(tasks.photoId, photoId)));
	return row;
}

/** Moves a task where it still is in one of `from`; undefined where it is not. */
export async function moveTask(
	scope: Scope,
	id: string,
	from: TaskState[],
	change: Partial<Omit<typeof tasks.$inferInsert, 'communityId' | 'id'>>
): Promise<TaskRow | undefined> {
	const [row] = await scope.tx
		.update(tasks)
		.set(change)
		.where(and(own(scope, id), inArray(tasks.status, from)))
		.returning();
	return row;
}

/** The visit that lies ahead for each of these pairs, or is under way. */
export async function nextVisits(scope: Scope, pairingIds: readonly string[]): Promise<Map<string, TaskRow>> {
	if (pairingIds.length === 0) return new Map();
	const rows = await scope.tx
		.select()
		.from(tasks)
		.where(
			and(
				eq(tasks.communityId, scope.communityId),
				eq(tasks.kind, 'visit'),
				inArray(tasks.subjectId, [...pairingIds]),
				inArray(tasks.status, [...standingStates])
			)
		);
	return new Map(rows.map((row) => [row.subjectId, row]));
}

/** All tasks of these requests or pairs, in order. */
export function tasksFor(scope: Scope, kind: TaskKind, subjectIds: string[]): Promise<TaskRow[]> {
	if (subjectIds.length === 0) return Promise.resolve([]);
	return scope.tx
		.select()
		.from(tasks)
		.where(
			and(
				eq(tasks.communityId, scope.communityId),
				eq(tasks.kind, kind),
				inArray(tasks.subjectId, subjectIds)
			)
		)
		.orderBy(asc(tasks.createdAt));
}

/** A person's tasks, those that stand first by time, then the rest newest first. */
export function tasksOf(
	scope: Scope,
	personId: string,
	states: readonly TaskState[],
	limit = 100
): Promise<TaskRow[]> {
	return scope.tx
		.select()
		.from(tasks)
		.where(
			and(
				eq(tasks.communityId, scope.communityId),
				eq(tasks.personId, personId),
				inArray(tasks.status, [...states])
			)
		)
		.orderBy(desc(tasks.createdAt))
		.limit(limit);
}

export async function countStanding(scope: Scope, kind: TaskKind, subjectId: string): Promise<number> {
	const [row] = await scope.tx
		.select({ count: count() })
		.from(tasks)
		.where(
			and(
				eq(tasks.communityId, scope.communityId),
				eq(tasks.kind, kind),
				eq(tasks.subjectId, subjectId),
				sql`${tasks.status} not in ('cancelled', 'dropped_out')`
			)
		);
	return row?.count ?? 0;
}

/** What each person has on hand and has done lately: the load that matching weighs. */
export interface Load {
	busy: { span: Span; subjectId: string }[];
	active: number;
	thisMonth: number;
	lateDropOuts: number;
	ever: number;
	/** Minutes promised, by task, for the weekly cap. */
	promised: Span[];
}

/**
 * Loads of all people who ever had a task.
 * @param since bounds what counts as this month, as on hand, and the drop-outs
 * @param ids these people alone
 */
export async function loadsOf(
	scope: Scope,
	since: { month: Date; week: Date; year: Date },
	ids?: readonly string[]
): Promise<Map<string, Load>> {
	const counted = scope.tx
		.select({
			personId: tasks.personId,
			ever: count(),
			active: sql<number>`(count(*) filter (where ${inArray(tasks.status, [...standingStates])}))::int`,
			thisMonth: sql<number>`(count(*) filter (where ${tasks.status} not in ('cancelled', 'dropped_out')
				and lower(${tasks.during}) >= ${since.month.toISOString()}::timestamptz))::int`,
			lateDropOuts: sql<number>`(count(*) filter (where ${tasks.status} = 'dropped_out'
				and ${tasks.endedAt} >= ${since.year.toISOString()}::timestamptz
				and ${tasks.endedAt} > lower(${tasks.during}) - interval '12 hours'))::int`
		})
		.from(tasks)
		.where(and(eq(tasks.communityId, scope.communityId), among(tasks.personId, ids)))
		.groupBy(tasks.personId);
	const [rows, recent] = await Promise.all([counted, recentSpans(scope, since.week, ids)]);
	const loads = new Map<string, Load>();
	for (const { personId, ...counts } of rows) loads.set(personId, { ...counts, busy: [], promised: [] });
	for (const task of recent) {
		const load = loads.get(task.personId);
		load?.promised.push(task.during);
		if ((standingStates as readonly string[]).includes(task.status)) {
			load?.busy.push({ span: task.during, subjectId: task.subjectId });
		}
	}
	return loads;
}

function recentSpans(scope: Scope, since: Date, ids: readonly string[] | undefined) {
	return scope.tx
		.select({
			personId: tasks.personId,
			during: tasks.during,
			status: tasks.status,
			subjectId: tasks.subjectId
		})
		.from(tasks)
		.where(
			and(
				eq(tasks.communityId, scope.communityId),
				sql`${tasks.status} not in ('cancelled', 'dropped_out')`,
				gte(sql`upper(${tasks.during})`, since.toISOString()),
				among(tasks.personId, ids)
			)
		);
}
