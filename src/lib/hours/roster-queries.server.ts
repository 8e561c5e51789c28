import { and, asc, eq, gte, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { desks } from '#lib/places/tables.server.ts';
import type { Day, Span } from '#lib/shared/time.ts';
import type { LeaveKind } from './roster.ts';
import { duties, rosterLines, rosterWeeks, shiftPatterns } from './tables.server.ts';

export type PatternRow = typeof shiftPatterns.$inferSelect;
export type LineRow = typeof rosterLines.$inferSelect;
export type WeekRow = typeof rosterWeeks.$inferSelect;
export type DutyRow = typeof duties.$inferSelect;

const most = 2_000;

/** A duty as staff read it. */
export interface DutyLine extends DutyRow {
	name: string;
	pattern: string | null;
	patternEn: string | null;
}

const duty = (scope: Scope, id: string) => and(eq(duties.communityId, scope.communityId), eq(duties.id, id));

/** The shifts that are worked, in the order of their names. */
export function patternsOf(scope: Scope): Promise<PatternRow[]> {
	return scope.tx
		.select()
		.from(shiftPatterns)
		.where(and(eq(shiftPatterns.communityId, scope.communityId), isNull(shiftPatterns.retiredAt)))
		.orderBy(sql`${shiftPatterns.hours} -> 0 -> 'from'`, asc(shiftPatterns.name));
}

/** @returns false where there is one of that name */
export async function addPattern(scope: Scope, row: Omit<PatternRow, 'communityId'>): Promise<boolean> {
	const rows = await scope.tx
		.insert(shiftPatterns)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: shiftPatterns.id });
	return rows.length > 0;
}

/** A shift is no longer worked; duties that were made from it keep it. */
export async function retirePattern(scope: Scope, id: string, now: Date): Promise<boolean> {
	const rows = await scope.tx
		.update(shiftPatterns)
		.set({ retiredAt: now })
		.where(
			and(
				eq(shiftPatterns.communityId, scope.communityId),
				eq(shiftPatterns.id, id),
				isNull(shiftPatterns.retiredAt)
			)
		)
		.returning({ id: shiftPatterns.id });
	return rows.length > 0;
}

/** Who stands where, week after week. */
export function linesOf(scope: Scope): Promise<LineRow[]> {
	return scope.tx
		.select()
		.from(rosterLines)
		.where(eq(rosterLines.communityId, scope.communityId))
		.orderBy(asc(rosterLines.weekday), asc(rosterLines.id))
		.limit(most);
}

/** @returns false where the colleague has that shift on that weekday already */
export async function addLine(scope: Scope, row: Omit<LineRow, 'communityId'>): Promise<boolean> {
	const rows = await scope.tx
		.insert(rosterLines)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: rosterLines.id });
	return rows.length > 0;
}

/** @returns false where it is gone already */
export async function dropLine(scope: Scope, id: string): Promise<boolean> {
	const rows = await scope.tx
		.delete(rosterLines)
		.where(and(eq(rosterLines.communityId, scope.communityId), eq(rosterLines.id, id)))
		.returning({ id: rosterLines.id });
	return rows.length > 0;
}

/** A shift that is no longer worked is on no line. */
export async function dropLinesOf(scope: Scope, patternId: string): Promise<void> {
	await scope.tx
		.delete(rosterLines)
		.where(and(eq(rosterLines.communityId, scope.communityId), eq(rosterLines.patternId, patternId)));
}

/** When the roster of a week was published; undefined where it was not. */
export async function publishedWeek(scope: Scope, monday: Day): Promise<WeekRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(rosterWeeks)
		.where(and(eq(rosterWeeks.communityId, scope.communityId), eq(rosterWeeks.monday, monday)));
	return row;
}

export async function putWeek(scope: Scope, row: Omit<WeekRow, 'communityId'>): Promise<void> {
	await scope.tx
		.insert(rosterWeeks)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoUpdate({ target: [rosterWeeks.communityId, rosterWeeks.monday], set: row });
}

/** Holds the roster of a week until the transaction ends, so that two who work on it follow one another. */
export async function holdWeek(scope: Scope, monday: Day): Promise<void> {
	await scope.tx.execute(
		sql`select pg_advisory_xact_lock(hashtextextended(${`roster:${scope.communityId}:${monday}`}, 0))`
	);
}

/** All duties from one day to another with the names of colleagues and shifts, in order of time. */
export async function dutiesBetween(scope: Scope, from: Day, to: Day): Promise<DutyLine[]> {
	const rows = await withNames(scope)
		.where(and(eq(duties.communityId, scope.communityId), gte(duties.day, from), lte(duties.day, to)))
		.orderBy(sql`lower(${duties.during})`, asc(duties.id))
		.limit(most);
	return rows.map(named);
}

/** The published duties of the next weeks that have not begun, in order of time. */
export async function publishedFrom(scope: Scope, now: Date): Promise<DutyLine[]> {
	const rows = await withNames(scope)
		.where(
			and(
				eq(duties.communityId, scope.communityId),
				eq(duties.status, 'published'),
				sql`lower(${duties.during}) > ${now.toISOString()}`
			)
		)
		.orderBy(sql`lower(${duties.during})`, asc(duties.id))
		.limit(400);
	return rows.map(named);
}

export async function dutiesByIds(scope: Scope, ids: readonly string[]): Promise<DutyLine[]> {
	if (ids.length === 0) return [];
	const rows = await withNames(scope).where(
		and(eq(duties.communityId, scope.communityId), inArray(duties.id, [...ids]))
	);
	return rows.map(named);
}

function withNames({ tx }: Scope) {
	return tx
		.select({ duty: duties, name: people.name, pattern: shiftPatterns.name, patternEn: shiftPatterns.nameEn })
		.from(duties)
		.innerJoin(people, and(eq(people.communityId, duties.communityId), eq(people.id, duties.staffId)))
		.leftJoin(
			shiftPatterns,
			and(eq(shiftPatterns.communityId, duties.communityId), eq(shiftPatterns.id, duties.patternId))
		)
		.$dynamic();
}

function named({ duty: row, ...names }: { duty: DutyRow } & Omit<DutyLine, keyof DutyRow>): DutyLine {
	return { ...row, ...names };
}

/** The standing duties at the desks of a station on a day, in order of time; with their rows held where they are to change. */
export async function dutiesAt(
	scope: Scope,
	stationId: string,
	day: Day,
	{ lock }: { lock: boolean }
): Promise<DutyLine[]> {
	const found = withNames(scope)
		.innerJoin(desks, and(eq(desks.communityId, duties.communityId), eq(desks.id, duties.deskId)))
		.where(
			and(
				eq(duties.communityId, scope.communityId),
				eq(desks.stationId, stationId),
				eq(duties.day, day),
				ne(duties.status, 'called_off')
			)
		)
		.orderBy(sql`lower(${duties.during})`, asc(duties.id));
	return (await (lock ? found.for('update', { of: duties }) : found)).map(named);
}

/** Some duties with their rows held until the transaction ends, in the order of their ids. */
export function dutiesForUpdate(scope: Scope, ids: readonly string[]): Promise<DutyRow[]> {
	return scope.tx
		.select()
		.from(duties)
		.where(and(eq(duties.communityId, scope.communityId), inArray(duties.id, [...ids])))
		.orderBy(asc(duties.id))
		.for('update');
}

/** What stands in the way of a duty: one of the same colleague, or one at the same desk, at that time. */
export async function dutyInTheWay(
	scope: Scope,
	{ id, staffId, deskId, during }: Pick<DutyRow, 'id' | 'staffId' | 'deskId' | 'during'>
): Promise<DutyLine | undefined> {
	const range = sql`${duties.during} && ${sql.param(during, duties.during)}`;
	const [row] = await withNames(scope)
		.where(
			and(
				eq(duties.communityId, scope.communityId),
				ne(duties.id, id),
				ne(duties.status, 'called_off'),
				or(eq(duties.staffId, staffId), deskId === null ? undefined : eq(duties.deskId, deskId)),
				range
			)
		)
		.limit(1);
	return row && named(row);
}

type NewDuty = Omit<DutyRow, 'communityId'>;

export async function addDuties(scope: Scope, rows: readonly NewDuty[]): Promise<void> {
	if (rows.length === 0) return;
	await scope.tx.insert(duties).values(rows.map((row) => ({ ...row, communityId: scope.communityId })));
}

/** Changes a duty that is held already. */
export async function changeDuty(
	scope: Scope,
	id: string,
	change: Partial<Omit<NewDuty, 'id'>>
): Promise<void> {
	await scope.tx.update(duties).set(change).where(duty(scope, id));
}

export async function dropDuty(scope: Scope, id: string): Promise<void> {
	await scope.tx.delete(duties).where(and(duty(scope, id), eq(duties.status, 'draft')));
}

/** Drops the drafts of some days; with `madeAt` only those that were written at that instant by one person. */
export async function dropDrafts(
	scope: Scope,
	{ from, to, made }: { from: Day; to: Day; made?: { by: string; at: Date } }
): Promise<number> {
	const rows = await scope.tx
		.delete(duties)
		.where(
			and(
				eq(duties.communityId, scope.communityId),
				gte(duties.day, from),
				lte(duties.day, to),
				eq(duties.status, 'draft'),
				made && and(eq(duties.changedBy, made.by), eq(duties.changedAt, made.at))
			)
		)
		.returning({ id: duties.id });
	return rows.length;
}

/** Publishes the drafts of some days. */
export function publishDrafts(
	scope: Scope,
	{ from, to, by, at }: { from: Day; to: Day; by: string; at: Date }
): Promise<DutyRow[]> {
	return scope.tx
		.update(duties)
		.set({ status: 'published', changedBy: by, changedAt: at })
		.where(
			and(
				eq(duties.communityId, scope.communityId),
				gte(duties.day, from),
				lte(duties.day, to),
				eq(duties.status, 'draft')
			)
		)
		.returning();
}

/** The standing duties of a colleague that touch a span, with their rows held. */
export function standingDuties(scope: Scope, staffId: string, during: Span): Promise<DutyRow[]> {
	return scope.tx
		.select()
		.from(duties)
		.where(
			and(
				eq(duties.communityId, scope.communityId),
				eq(duties.staffId, staffId),
				ne(duties.status, 'called_off'),
				sql`${duties.during} && ${sql.param(during, duties.during)}`
			)
		)
		.orderBy(asc(duties.id))
		.for('update');
}

/**
 * Lets the duties stand again that a leave called off and that are not over, where neither the colleague nor the desk has
 * another duty then.
 * @returns their ids
 */
export async function reinstateFree(
	scope: Scope,
	leave: { staffId: string; during: Span; kind: LeaveKind; enteredAt: Date; now: Date },
	by: Pick<DutyRow, 'changedBy' | 'changedAt'>
): Promise<string[]> {
	const rows = await scope.tx
		.update(duties)
		.set({ status: 'published', reason: null, ...by })
		.where(
			and(
				eq(duties.communityId, scope.communityId),
				eq(duties.staffId, leave.staffId),
				eq(duties.status, 'called_off'),
				eq(duties.reason, leave.kind),
				eq(duties.changedAt, leave.enteredAt),
				sql`${duties.during} && ${sql.param(leave.during, duties.during)}`,
				sql`upper(${duties.during}) > ${leave.now.toISOString()}`,
				sql`not exists (
					select from ${duties} other
					where other.community_id = ${scope.communityId} and other.status <> 'called_off'
						and other.during && ${duties.during}
						and (other.staff_id = ${duties.staffId} or other.desk_id = ${duties.deskId}))`
			)
		)
		.returning({ id: duties.id });
	return rows.map(({ id }) => id);
}

/** Whether a desk has duties that are not over yet. */
export async function deskIsStaffed(scope: Scope, deskId: string, now: Date): Promise<boolean> {
	const rows = await scope.tx
		.select({ id: duties.id })
		.from(duties)
		.innerJoin(desks, and(eq(desks.communityId, duties.communityId), eq(desks.id, duties.deskId)))
		.where(
			and(
				eq(duties.communityId, scope.communityId),
				eq(duties.deskId, deskId),
				ne(duties.status, 'called_off'),
				sql`upper(${duties.during}) > ${now.toISOString()}`
			)
		)
		.limit(1);
	return rows.length > 0;
}
