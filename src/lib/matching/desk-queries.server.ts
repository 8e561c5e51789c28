import { and, asc, count, desc, eq, gte, inArray, isNotNull, lt, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { people } from '#lib/accounts/tables.server.ts';
import { events } from '#lib/audit/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { buildings } from '#lib/places/tables.server.ts';
import type { RequestRow } from '#lib/requests/queries.server.ts';
import type { Urgency } from '#lib/requests/requests.ts';
import { requests } from '#lib/requests/tables.server.ts';
import type { Span } from '#lib/shared/time.ts';
import type { TaskRow } from '#lib/tasks/queries.server.ts';
import { tasks } from '#lib/tasks/tables.server.ts';
import type { Shelf, Stage } from './desk.ts';
import { approvals, offers } from './tables.server.ts';

/*
 * What the staff's desk reads: requests beside the approvals, offers and tasks that they led to.
 */

// Written out: in a selection from one table drizzle names columns without their table.
const ofRequest = sql.raw('x.community_id = requests.community_id and x.request_id = requests.id');
const approved = sql`exists (select 1 from ${approvals} x where ${ofRequest} and x.status = 'standing')`;
const timeProposed = sql`exists (select 1 from ${offers} x where ${ofRequest} and x.status = 'other_time_proposed')`;
const answered = sql`exists (select 1 from ${events} x where x.community_id = requests.community_id
	and x.subject_kind = 'request' and x.subject_id = requests.id and x.kind = 'answered')`;

const open = eq(requests.life, 'open');

/** A shelf holds what staff can do the same thing about. A proposed time is theirs to answer. */
const onShelf: Record<Shelf, SQL | undefined> = {
	waiting: and(open, sql`(not ${approved} or ${timeProposed})`),
	asked: and(open, approved, sql`not ${timeProposed}`),
	arranged: eq(requests.life, 'filled'),
	ended: inArray(requests.life, ['done', 'cancelled', 'closed'])
};

const inStage: Record<Stage, SQL | undefined> = {
	new: and(open, eq(requests.triage, 'new'), sql`not ${answered}`, sql`not ${approved}`),
	answered: and(open, eq(requests.triage, 'new'), answered, sql`not ${approved}`),
	questioned: and(open, eq(requests.triage, 'questioned')),
	reopened: and(open, isNotNull(requests.reopenedAt), sql`not ${approved}`),
	other_time: and(open, timeProposed)
};

/** What the desk's list is narrowed by. */
export interface DeskFilter {
	shelf: Shelf;
	stage?: Stage | undefined;
	/** Kinds of help; none means all. */
	needs: readonly string[];
	urgency?: Urgency | undefined;
	/** The grid in which it happens. */
	gridId?: string | undefined;
	/** Tokens of the helped person's name; all must be there. */
	tokens: readonly string[];
}

export interface DeskRow {
	request: RequestRow;
	name: string;
	bornOn: string | null;
	gender: 'female' | 'male' | null;
	vulnerable: boolean;
	verified: boolean;
	kind: 'resident' | 'guest' | 'unit';
	building: string | null;
	buildingEn: string | null;
	/** A volunteer would come at another time. */
	timeProposed: boolean;
}

function narrowed(scope: Scope, { shelf, stage, needs, urgency, gridId, tokens }: DeskFilter) {
	return and(
		eq(requests.communityId, scope.communityId),
		onShelf[shelf],
		stage && inStage[stage],
		needs.length > 0 ? inArray(requests.need, [...needs]) : undefined,
		urgency && eq(requests.urgency, urgency),
		gridId === undefined
			? undefined
			: sql`exists (select 1 from ${buildings} b where b.community_id = requests.community_id and b.id = requests.building_id
				and b.grid_id = ${gridId})`,
		tokens.length > 0 ? sql`${people.search} @> ${textArray(tokens)}` : undefined
	);
}

function textArray(texts: readonly string[]): SQL {
	const items = sql.join(
		texts.map((one) => sql`${one}`),
		sql`, `
	);
	return sql`array[${items}]::text[]`;
}

function deskRows(scope: Scope) {
	return scope.tx
		.select({
			request: requests,
			name: people.name,
			bornOn: people.bornOn,
			gender: people.gender,
			vulnerable: people.vulnerable,
			verified: isNotNull(people.verifiedAt).mapWith(Boolean),
			kind: people.kind,
			building: buildings.name,
			buildingEn: buildings.nameEn,
			timeProposed: timeProposed.mapWith(Boolean)
		})
		.from(requests)
		.innerJoin(people, and(eq(people.communityId, requests.communityId), eq(people.id, requests.forPersonId)))
		.leftJoin(
			buildings,
			and(eq(buildings.communityId, requests.communityId), eq(buildings.id, requests.buildingId))
		);
}

/** What was given up or needs an answer on top, what waits for the resident at the foot, else by how soon it is needed. */
const mostPressing = [
	sql`(${requests.reopenedAt} is not null or ${timeProposed}) desc`,
	sql`(${requests.triage} = 'questioned')`,
	asc(requests.deadline),
	asc(requests.createdAt)
];

/** One page of the desk's list. */
export function deskList(
	scope: Scope,
	filter: DeskFilter,
	page: { limit: number; offset: number }
): Promise<DeskRow[]> {
	const order = filter.shelf === 'ended' ? [desc(requests.updatedAt)] : mostPressing;
	return deskRows(scope)
		.where(narrowed(scope, filter))
		.orderBy(...order)
		.limit(page.limit)
		.offset(page.offset);
}

export async function deskRow(scope: Scope, id: string): Promise<DeskRow | undefined> {
	const [row] = await deskRows(scope).where(
		and(eq(requests.communityId, scope.communityId), eq(requests.id, id))
	);
	return row;
}

/** Several at once, in the desk's order. */
export function deskRowsById(scope: Scope, ids: readonly string[]): Promise<DeskRow[]> {
	if (ids.length === 0) return Promise.resolve([]);
	return deskRows(scope)
		.where(and(eq(requests.communityId, scope.communityId), inArray(requests.id, [...ids])))
		.orderBy(...mostPressing);
}

export async function countDesk(scope: Scope, filter: DeskFilter): Promise<number> {
	const [row] = await scope.tx
		.select({ count: count() })
		.from(requests)
		.innerJoin(people, and(eq(people.communityId, requests.communityId), eq(people.id, requests.forPersonId)))
		.where(narrowed(scope, filter));
	return row?.count ?? 0;
}

const counted = (which: SQL | undefined) => sql<number>`(count(*) filter (where ${which}))::int`;

export type DeskCounts = Record<Exclude<Shelf, 'ended'> | Stage, number>;

/** How much stands on each shelf and in each stage; what has ended is not counted. */
export async function deskCounts(scope: Scope): Promise<DeskCounts> {
	const [row] = await scope.tx
		.select({
			waiting: counted(onShelf.waiting),
			asked: counted(onShelf.asked),
			arranged: counted(onShelf.arranged),
			new: counted(inStage.new),
			answered: counted(inStage.answered),
			questioned: counted(inStage.questioned),
			reopened: counted(inStage.reopened),
			other_time: counted(inStage.other_time)
		})
		.from(requests)
		.where(and(eq(requests.communityId, scope.communityId), inArray(requests.life, ['open', 'filled'])));
	return row!;
}

/** How many requests were made between two instants, and for how many of them somebody was found. */
export async function requestsMade(scope: Scope, span: Span): Promise<{ made: number; filled: number }> {
	const [row] = await scope.tx
		.select({ made: count(), filled: counted(inArray(requests.life, ['filled', 'done'])) })
		.from(requests)
		.where(
			and(
				eq(requests.communityId, scope.communityId),
				gte(requests.createdAt, span.start),
				lt(requests.createdAt, span.end)
			)
		);
	return row ?? { made: 0, filled: 0 };
}

const doer = alias(people, 'doer');
const helped = alias(people, 'helped');

export interface DeskTask {
	task: TaskRow;
	need: string;
	title: string | null;
	doer: string;
	helped: string;
	building: string | null;
	buildingEn: string | null;
}

function deskTasks(scope: Scope) {
	return scope.tx
		.select({
			task: tasks,
			need: requests.need,
			title: requests.title,
			doer: doer.name,
			helped: helped.name,
			building: buildings.name,
			buildingEn: buildings.nameEn
		})
		.from(tasks)
		.innerJoin(requests, and(eq(requests.communityId, tasks.communityId), eq(requests.id, tasks.subjectId)))
		.innerJoin(doer, and(eq(doer.communityId, tasks.communityId), eq(doer.id, tasks.personId)))
		.innerJoin(helped, and(eq(helped.communityId, tasks.communityId), eq(helped.id, tasks.forPersonId)))
		.leftJoin(
			buildings,
			and(eq(buildings.communityId, requests.communityId), eq(buildings.id, requests.buildingId))
		);
}

const help = (scope: Scope) => and(eq(tasks.communityId, scope.communityId), eq(tasks.kind, 'help'));

/** Promises that stand and were planned for a span or done in it. */
export function tasksWithin(scope: Scope, { start, end }: Span): Promise<DeskTask[]> {
	const range = sql`tstzrange(${start.toISOString()}::timestamptz, ${end.toISOString()}::timestamptz)`;
	const within = sql`(${tasks.during} && ${range} or ${tasks.finishedAt} <@ ${range})`;
	return deskTasks(scope)
		.where(and(help(scope), within, sql`${tasks.status} not in ('cancelled', 'dropped_out')`))
		.orderBy(sql`lower(${tasks.during})`)
		.limit(100);
}

/** Services that are done and that nobody has confirmed, and those in dispute, oldest first. */
export function tasksToJudge(scope: Scope): Promise<DeskTask[]> {
	return deskTasks(scope)
		.where(and(help(scope), inArray(tasks.status, ['done', 'disputed'])))
		.orderBy(sql`(${tasks.status} = 'disputed') desc`, asc(tasks.finishedAt))
		.limit(200);
}

export async function deskTask(scope: Scope, id: string): Promise<DeskTask | undefined> {
	const [row] = await deskTasks(scope).where(and(help(scope), eq(tasks.id, id)));
	return row;
}

/** Disputes, and services that were done before `silentSince` and have had no answer. */
export async function countToJudge(
	scope: Scope,
	silentSince: Date
): Promise<{ disputed: number; silent: number }> {
	const [row] = await scope.tx
		.select({
			disputed: counted(eq(tasks.status, 'disputed')),
			silent: counted(and(eq(tasks.status, 'done'), lt(tasks.finishedAt, silentSince)))
		})
		.from(tasks)
		.where(and(help(scope), inArray(tasks.status, ['done', 'disputed'])));
	return row ?? { disputed: 0, silent: 0 };
}
