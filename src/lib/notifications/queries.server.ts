import { and, count, desc, eq, isNull } from 'drizzle-orm';
import type { GlobalScope, Scope } from '../db/client.server.ts';
import { insertMany } from '../db/insert-many.server.ts';
import { notices, shownMessages } from './tables.server.ts';

export type NoticeRow = typeof notices.$inferSelect;

/** Adds notices, except those of news that their person was told already. */
export function addNotices(
	scope: Scope,
	rows: readonly Omit<typeof notices.$inferInsert, 'communityId'>[]
): Promise<void> {
	return insertMany(scope, notices, rows, 'skip');
}

/** A person's inbox, newest first. */
export function noticesOf(scope: Scope, personId: string, limit = 50): Promise<NoticeRow[]> {
	return scope.tx
		.select()
		.from(notices)
		.where(and(eq(notices.communityId, scope.communityId), eq(notices.personId, personId)))
		.orderBy(desc(notices.createdAt), desc(notices.id))
		.limit(limit);
}

export async function countUnread(scope: Scope, personId: string): Promise<number> {
	const [row] = await scope.tx
		.select({ count: count() })
		.from(notices)
		.where(
			and(eq(notices.communityId, scope.communityId), eq(notices.personId, personId), isNull(notices.readAt))
		);
	return row?.count ?? 0;
}

export async function markAllRead(scope: Scope, personId: string, now: Date): Promise<void> {
	await scope.tx
		.update(notices)
		.set({ readAt: now })
		.where(
			and(eq(notices.communityId, scope.communityId), eq(notices.personId, personId), isNull(notices.readAt))
		);
}

export async function addShownMessage(
	scope: GlobalScope,
	row: typeof shownMessages.$inferInsert
): Promise<void> {
	await scope.tx.insert(shownMessages).values(row);
}

export async function shownMessageFor(
	scope: GlobalScope,
	reference: string
): Promise<typeof shownMessages.$inferSelect | undefined> {
	const [row] = await scope.tx
		.select()
		.from(shownMessages)
		.where(eq(shownMessages.reference, reference))
		.orderBy(desc(shownMessages.createdAt))
		.limit(1);
	return row;
}
