import { and, asc, count, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { statesBefore } from '#lib/shared/states.ts';
import type { ReportReason, StoryState } from './groups.ts';
import { storyTransitions } from './stories.ts';
import { groupStories, groupStoryPictures, groupStoryReports } from './tables.server.ts';

export type StoryRow = typeof groupStories.$inferSelect;

/** Adds a story with its pictures, in order. */
export async function addStory(
	scope: Scope,
	row: Omit<typeof groupStories.$inferInsert, 'communityId'>,
	fileIds: readonly string[]
): Promise<void> {
	const { communityId } = scope;
	await scope.tx.insert(groupStories).values({ ...row, communityId });
	if (fileIds.length === 0) return;
	await scope.tx
		.insert(groupStoryPictures)
		.values(fileIds.map((fileId, position) => ({ communityId, fileId, storyId: row.id, position })));
}

/** A story, locked until the transaction ends. */
export async function storyForUpdate(scope: Scope, id: string): Promise<StoryRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(groupStories)
		.where(and(eq(groupStories.communityId, scope.communityId), eq(groupStories.id, id)))
		.for('update');
	return row;
}

/** Moves a story on where its state still allows it. */
export async function moveStory(
	scope: Scope,
	id: string,
	change: Partial<Omit<StoryRow, 'communityId' | 'id'>> & { status: StoryState }
): Promise<boolean> {
	const moved = await scope.tx
		.update(groupStories)
		.set(change)
		.where(
			and(
				eq(groupStories.communityId, scope.communityId),
				eq(groupStories.id, id),
				inArray(groupStories.status, statesBefore(storyTransitions, change.status))
			)
		)
		.returning({ id: groupStories.id });
	return moved.length > 0;
}

/** Takes a story away for good. @returns the files of its pictures, which nothing holds any more */
export async function removeStory(scope: Scope, id: string): Promise<string[]> {
	const { communityId } = scope;
	const pictures = await scope.tx
		.delete(groupStoryPictures)
		.where(and(eq(groupStoryPictures.communityId, communityId), eq(groupStoryPictures.storyId, id)))
		.returning({ fileId: groupStoryPictures.fileId });
	await scope.tx
		.delete(groupStoryReports)
		.where(and(eq(groupStoryReports.communityId, communityId), eq(groupStoryReports.storyId, id)));
	await scope.tx
		.delete(groupStories)
		.where(and(eq(groupStories.communityId, communityId), eq(groupStories.id, id)));
	return pictures.map(({ fileId }) => fileId);
}

/** The latest stories of a group with who wrote them, newest first. */
export async function storiesOf(
	scope: Scope,
	groupId: string,
	limit: number
): Promise<(StoryRow & { author: string })[]> {
	const rows = await scope.tx
		.select({ row: groupStories, author: people.name })
		.from(groupStories)
		.innerJoin(
			people,
			and(eq(people.communityId, groupStories.communityId), eq(people.id, groupStories.authorId))
		)
		.where(and(eq(groupStories.communityId, scope.communityId), eq(groupStories.groupId, groupId)))
		.orderBy(desc(groupStories.createdAt), desc(groupStories.id))
		.limit(limit);
	return rows.map(({ row, author }) => ({ ...row, author }));
}

/** The pictures of several stories, in order. */
export async function picturesOf(scope: Scope, storyIds: readonly string[]): Promise<Map<string, string[]>> {
	if (storyIds.length === 0) return new Map();
	const rows = await scope.tx
		.select({ storyId: groupStoryPictures.storyId, fileId: groupStoryPictures.fileId })
		.from(groupStoryPictures)
		.where(
			and(
				eq(groupStoryPictures.communityId, scope.communityId),
				inArray(groupStoryPictures.storyId, [...storyIds])
			)
		)
		.orderBy(asc(groupStoryPictures.position));
	const files = new Map<string, string[]>(storyIds.map((id) => [id, []]));
	for (const { storyId, fileId } of rows) files.get(storyId)!.push(fileId);
	return files;
}

/** The story to which a picture belongs. */
export async function storyByPicture(scope: Scope, fileId: string): Promise<StoryRow | undefined> {
	const [row] = await scope.tx
		.select({ story: groupStories })
		.from(groupStoryPictures)
		.innerJoin(
			groupStories,
			and(
				eq(groupStories.communityId, groupStoryPictures.communityId),
				eq(groupStories.id, groupStoryPictures.storyId)
			)
		)
		.where(and(eq(groupStoryPictures.communityId, scope.communityId), eq(groupStoryPictures.fileId, fileId)));
	return row?.story;
}

/** Writes down that somebody finds a story wrong. False where he said so before. */
export async function addReport(
	scope: Scope,
	row: { storyId: string; personId: string; reason: ReportReason; at: Date }
): Promise<boolean> {
	const added = await scope.tx
		.insert(groupStoryReports)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ storyId: groupStoryReports.storyId });
	return added.length > 0;
}

/** How many stories somebody found wrong since then. Until the transaction ends no other report of his is counted. */
export async function countReports(scope: Scope, personId: string, since: Date): Promise<number> {
	const key = `report:${scope.communityId}:${personId}`;
	await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
	const [row] = await scope.tx
		.select({ count: count() })
		.from(groupStoryReports)
		.where(
			and(
				eq(groupStoryReports.communityId, scope.communityId),
				eq(groupStoryReports.personId, personId),
				gte(groupStoryReports.at, since)
			)
		);
	return row?.count ?? 0;
}

/** Why each of several stories was found wrong, the first report first; who was found right by all is not in the answer. */
export async function reportsOf(
	scope: Scope,
	storyIds: readonly string[]
): Promise<Map<string, ReportReason[]>> {
	if (storyIds.length === 0) return new Map();
	const rows = await scope.tx
		.select({ storyId: groupStoryReports.storyId, reason: groupStoryReports.reason })
		.from(groupStoryReports)
		.where(
			and(
				eq(groupStoryReports.communityId, scope.communityId),
				inArray(groupStoryReports.storyId, [...storyIds])
			)
		)
		.orderBy(asc(groupStoryReports.at));
	const found = new Map<string, ReportReason[]>();
	for (const { storyId, reason } of rows) found.set(storyId, [...(found.get(storyId) ?? []), reason]);
	return found;
}

/** How many stories of each group wait to be looked at; where none does is not in the answer. */
export async function heldCounts(scope: Scope): Promise<Map<string, number>> {
	const rows = await scope.tx
		.select({ groupId: groupStories.groupId, count: count() })
		.from(groupStories)
		.where(and(eq(groupStories.communityId, scope.communityId), eq(groupStories.status, 'held')))
		.groupBy(groupStories.groupId);
	return new Map(rows.flatMap(({ groupId, count }) => (groupId ? [[groupId, count] as const] : [])));
}
