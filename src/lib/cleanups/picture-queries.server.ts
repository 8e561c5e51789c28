import { and, asc, eq, ne } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { cleanupAreas, cleanupPictures } from './tables.server.ts';
import type { PictureState } from './cleanups.ts';

export type CleanupPictureRow = typeof cleanupPictures.$inferSelect;

export async function addCleanupPicture(
	scope: Scope,
	row: Omit<typeof cleanupPictures.$inferInsert, 'communityId'>
): Promise<void> {
	await scope.tx.insert(cleanupPictures).values({ ...row, communityId: scope.communityId });
}

/** A picture with the day that it belongs to. */
export async function pictureById(
	scope: Scope,
	fileId: string
): Promise<(CleanupPictureRow & { cleanupId: string }) | undefined> {
	const [found] = await scope.tx
		.select({ row: cleanupPictures, cleanupId: cleanupAreas.cleanupId })
		.from(cleanupPictures)
		.innerJoin(
			cleanupAreas,
			and(
				eq(cleanupAreas.communityId, cleanupPictures.communityId),
				eq(cleanupAreas.id, cleanupPictures.areaId)
			)
		)
		.where(and(eq(cleanupPictures.communityId, scope.communityId), eq(cleanupPictures.fileId, fileId)));
	return found && { ...found.row, cleanupId: found.cleanupId };
}

/** Lets a picture through or keeps it back; false where that is so already. */
export async function decideOnPicture(
	scope: Scope,
	fileId: string,
	decided: { status: PictureState; decidedBy: string; decidedAt: Date }
): Promise<boolean> {
	const done = await scope.tx
		.update(cleanupPictures)
		.set(decided)
		.where(
			and(
				eq(cleanupPictures.communityId, scope.communityId),
				eq(cleanupPictures.fileId, fileId),
				ne(cleanupPictures.status, decided.status)
			)
		)
		.returning({ fileId: cleanupPictures.fileId });
	return done.length > 0;
}

/** All pictures of a day, the oldest first. */
export async function picturesOf(scope: Scope, cleanupId: string): Promise<CleanupPictureRow[]> {
	const rows = await scope.tx
		.select({ row: cleanupPictures })
		.from(cleanupPictures)
		.innerJoin(
			cleanupAreas,
			and(
				eq(cleanupAreas.communityId, cleanupPictures.communityId),
				eq(cleanupAreas.id, cleanupPictures.areaId),
				eq(cleanupAreas.cleanupId, cleanupId)
			)
		)
		.where(eq(cleanupPictures.communityId, scope.communityId))
		.orderBy(asc(cleanupPictures.addedAt), asc(cleanupPictures.fileId));
	return rows.map(({ row }) => row);
}
