import { and, count, desc, eq, gt } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { groupMessages } from './tables.server.ts';

export type MessageRow = typeof groupMessages.$inferSelect;

export async function addMessage(scope: Scope, row: Omit<MessageRow, 'communityId'>): Promise<void> {
	await scope.tx.insert(groupMessages).values({ ...row, communityId: scope.communityId });
}

export async function countMessages(scope: Scope, groupId: string, since: Date): Promise<number> {
	const [row] = await scope.tx
		.select({ count: count() })
		.from(groupMessages)
		.where(
			and(
				eq(groupMessages.communityId, scope.communityId),
				eq(groupMessages.groupId, groupId),
				gt(groupMessages.sentAt, since)
			)
		);
	return row?.count ?? 0;
}

/** The latest messages of a group with who wrote them, newest first. */
export async function messagesOf(
	scope: Scope,
	groupId: string,
	limit: number
): Promise<(MessageRow & { author: string })[]> {
	const rows = await scope.tx
		.select({ row: groupMessages, author: people.name })
		.from(groupMessages)
		.innerJoin(
			people,
			and(eq(people.communityId, groupMessages.communityId), eq(people.id, groupMessages.authorId))
		)
		.where(and(eq(groupMessages.communityId, scope.communityId), eq(groupMessages.groupId, groupId)))
		.orderBy(desc(groupMessages.sentAt), desc(groupMessages.id))
		.limit(limit);
	return rows.map(({ row, author }) => ({ ...row, author }));
}
