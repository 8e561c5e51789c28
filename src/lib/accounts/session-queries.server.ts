import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import type { GlobalScope } from '../db/client.server.ts';
import { sessions } from './tables.server.ts';

export type SessionRow = typeof sessions.$inferSelect;

export async function addSession(scope: GlobalScope, row: SessionRow): Promise<void> {
	await scope.tx.insert(sessions).values(row);
}

/** Sessions by what they are known by; one statement for lists of every length, so that it stays prepared. */
export async function sessionsByHash(
	scope: GlobalScope,
	idHashes: readonly string[]
): Promise<Map<string, SessionRow>> {
	const known = sql`${sessions.idHash} = any(${`{${idHashes.join()}}`}::text[])`;
	const rows = await scope.tx.select().from(sessions).where(known);
	return new Map(rows.map((row) => [row.idHash, row]));
}

/** Sessions of an account, newest first. */
export function sessionsOf(scope: GlobalScope, accountId: string): Promise<SessionRow[]> {
	return scope.tx
		.select()
		.from(sessions)
		.where(eq(sessions.accountId, accountId))
		.orderBy(desc(sessions.createdAt));
}

export async function moveExpiry(scope: GlobalScope, idHash: string, expiresAt: Date): Promise<void> {
	await scope.tx
		.update(sessions)
		.set({ expiresAt: sql`least(${expiresAt.toISOString()}::timestamptz, ${sessions.endsAt})` })
		.where(eq(sessions.idHash, idHash));
}

export async function endSession(scope: GlobalScope, idHash: string): Promise<void> {
	await scope.tx.delete(sessions).where(eq(sessions.idHash, idHash));
}

/** Ends one of an account's own sessions; another account's is not found. */
export async function endOwnSession(scope: GlobalScope, accountId: string, idHash: string): Promise<boolean> {
	const ended = await scope.tx
		.delete(sessions)
		.where(and(eq(sessions.accountId, accountId), eq(sessions.idHash, idHash)))
		.returning({ idHash: sessions.idHash });
	return ended.length > 0;
}

export async function endSessionsOf(scope: GlobalScope, accountId: string): Promise<void> {
	await scope.tx.delete(sessions).where(eq(sessions.accountId, accountId));
}

export async function forgetEndedSessions(scope: GlobalScope, now: Date): Promise<void> {
	await scope.tx.delete(sessions).where(or(lt(sessions.expiresAt, now), lt(sessions.endsAt, now)));
}
