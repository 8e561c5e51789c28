import { and, eq } from 'drizzle-orm';
import type { Scope } from '../db/client.server.ts';
import { files } from './tables.server.ts';

export type FileRow = typeof files.$inferSelect;

export async function addFile(scope: Scope, row: Omit<FileRow, 'communityId'>): Promise<void> {
	await scope.tx.insert(files).values({ ...row, communityId: scope.communityId });
}

export async function fileById(scope: Scope, id: string): Promise<FileRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(files)
		.where(and(eq(files.communityId, scope.communityId), eq(files.id, id)));
	return row;
}

export async function removeFile(scope: Scope, id: string): Promise<void> {
	await scope.tx.delete(files).where(and(eq(files.communityId, scope.communityId), eq(files.id, id)));
}
