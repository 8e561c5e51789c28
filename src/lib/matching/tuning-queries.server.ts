import { and, desc, eq, gte, lt, ne } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import type { RequestRow } from '#lib/requests/queries.server.ts';
import { requests } from '#lib/requests/tables.server.ts';
import { replays, weightVersions } from './tables.server.ts';

/*
 * Weights as they were and are, and what was tried with others.
 */

export type ReplayRow = typeof replays.$inferSelect;
export type WeightsRow = typeof weightVersions.$inferSelect;

/** Every version, the newest first. */
export function weightVersionsOf(scope: Scope): Promise<WeightsRow[]> {
	return scope.tx
		.select()
		.from(weightVersions)
		.where(eq(weightVersions.communityId, scope.communityId))
		.orderBy(desc(weightVersions.version));
}

/** Adds a version; false where somebody else has just added that one. */
export async function addWeights(
	scope: Scope,
	row: Omit<typeof weightVersions.$inferInsert, 'communityId'>
): Promise<boolean> {
	const added = await scope.tx
		.insert(weightVersions)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ version: weightVersions.version });
	return added.length > 0;
}

export async function addReplay(
	scope: Scope,
	row: Omit<typeof replays.$inferInsert, 'communityId'>
): Promise<void> {
	await scope.tx.insert(replays).values({ ...row, communityId: scope.communityId });
}

export async function replayById(scope: Scope, id: string): Promise<ReplayRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(replays)
		.where(and(eq(replays.communityId, scope.communityId), eq(replays.id, id)));
	return row;
}

export async function changeReplay(
	scope: Scope,
	id: string,
	change: Partial<Pick<ReplayRow, 'done' | 'total' | 'before' | 'after'>>
): Promise<void> {
	await scope.tx
		.update(replays)
		.set(change)
		.where(and(eq(replays.communityId, scope.communityId), eq(replays.id, id)));
}

/** Trials are looked at once; old ones go. */
export async function forgetReplays(scope: Scope, before: Date): Promise<void> {
	await scope.tx
		.delete(replays)
		.where(and(eq(replays.communityId, scope.communityId), lt(replays.requestedAt, before)));
}

/** Requests made since an instant that staff did not refuse, the newest first. */
export function requestsSince(scope: Scope, since: Date, limit: number): Promise<RequestRow[]> {
	return scope.tx
		.select()
		.from(requests)
		.where(
			and(
				eq(requests.communityId, scope.communityId),
				gte(requests.createdAt, since),
				ne(requests.triage, 'refused')
			)
		)
		.orderBy(desc(requests.createdAt))
		.limit(limit);
}
