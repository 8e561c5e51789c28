import { and, eq } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { calendarFeeds } from './tables.server.ts';

export type FeedRow = typeof calendarFeeds.$inferSelect;

export async function feedOf(scope: Scope, personId: string): Promise<FeedRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(calendarFeeds)
		.where(and(eq(calendarFeeds.communityId, scope.communityId), eq(calendarFeeds.personId, personId)));
	return row;
}

export async function feedBySecret(scope: Scope, secretHash: string): Promise<FeedRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(calendarFeeds)
		.where(and(eq(calendarFeeds.communityId, scope.communityId), eq(calendarFeeds.secretHash, secretHash)));
	return row;
}

/** Opens a feed; an earlier one of this person is closed by it. */
export async function putFeed(scope: Scope, row: Omit<FeedRow, 'communityId'>): Promise<void> {
	await scope.tx
		.insert(calendarFeeds)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoUpdate({ target: [calendarFeeds.communityId, calendarFeeds.personId], set: row });
}

export async function dropFeed(scope: Scope, personId: string): Promise<void> {
	await scope.tx
		.delete(calendarFeeds)
		.where(and(eq(calendarFeeds.communityId, scope.communityId), eq(calendarFeeds.personId, personId)));
}
