import type { Scope } from '../db/client.server.ts';
import * as query from './queries.server.ts';

/** A person's inbox as it was before it was opened, newest first. Opening it reads all of it. */
export async function openInbox(scope: Scope, personId: string, now: Date): Promise<query.NoticeRow[]> {
	const notices = await query.noticesOf(scope, personId);
	await readInbox(scope, personId, now);
	return notices;
}

/** Everything in a person's inbox has been read. */
export function readInbox(scope: Scope, personId: string, now: Date): Promise<void> {
	return query.markAllRead(scope, personId, now);
}
