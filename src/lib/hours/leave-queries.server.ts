import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import type { Span } from '#lib/shared/time.ts';
import { staffLeaves } from './tables.server.ts';

export type LeaveRow = typeof staffLeaves.$inferSelect;

/** When a colleague is not there, with the name. */
export interface LeaveLine extends LeaveRow {
	name: string;
}

function standing(scope: Scope) {
	return and(eq(staffLeaves.communityId, scope.communityId), isNull(staffLeaves.withdrawnAt));
}

function lines({ tx }: Scope) {
	return tx
		.select({ leave: staffLeaves, name: people.name })
		.from(staffLeaves)
		.innerJoin(
			people,
			and(eq(people.communityId, staffLeaves.communityId), eq(people.id, staffLeaves.staffId))
		)
		.$dynamic();
}

const named = ({ leave, name }: { leave: LeaveRow; name: string }): LeaveLine => ({ ...leave, name });

/** The leaves that touch a span, in order of time. */
export async function leavesDuring(scope: Scope, during: Span): Promise<LeaveLine[]> {
	const rows = await lines(scope)
		.where(and(standing(scope), sql`${staffLeaves.during} && ${sql.param(during, staffLeaves.during)}`))
		.orderBy(sql`lower(${staffLeaves.during})`)
		.limit(500);
	return rows.map(named);
}

/** The leaves that are not over at an instant, in order of time. */
export async function leavesFrom(scope: Scope, now: Date): Promise<LeaveLine[]> {
	const rows = await lines(scope)
		.where(and(standing(scope), gte(sql`upper(${staffLeaves.during})`, now.toISOString())))
		.orderBy(sql`lower(${staffLeaves.during})`, asc(staffLeaves.id))
		.limit(200);
	return rows.map(named);
}

/** A leave of one colleague within a span. */
export async function leaveDuring(
	scope: Scope,
	staffId: string,
	during: Span
): Promise<LeaveLine | undefined> {
	const [row] = await lines(scope)
		.where(
			and(
				standing(scope),
				eq(staffLeaves.staffId, staffId),
				sql`${staffLeaves.during} && ${sql.param(during, staffLeaves.during)}`
			)
		)
		.limit(1);
	return row && named(row);
}

export async function addLeave(scope: Scope, row: Omit<LeaveRow, 'communityId'>): Promise<void> {
	await scope.tx.insert(staffLeaves).values({ ...row, communityId: scope.communityId });
}

/** Takes a leave back where it stands; undefined where it does not. */
export async function withdrawStandingLeave(
	scope: Scope,
	id: string,
	now: Date
): Promise<LeaveRow | undefined> {
	const [row] = await scope.tx
		.update(staffLeaves)
		.set({ withdrawnAt: now })
		.where(and(standing(scope), eq(staffLeaves.id, id)))
		.returning();
	return row;
}
