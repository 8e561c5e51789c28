import { and, count, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { GlobalScope, Scope } from '../db/client.server.ts';
import type { NoticeTemplate } from './notices.ts';
import { newId } from '../shared/ids.ts';
import { notices, shownMessages } from './tables.server.ts';

export type NoticeRow = typeof notices.$inferSelect;

/**
 * Adds the same news for many people, except those who were told already. It travels once, beside two lists of ids: said
 * again for each of ten thousand it costs twice the time.
 */
export async function addNotices(
	{ tx, communityId }: Scope,
	{
		template,
		params,
		path,
		newsKey,
		createdAt
	}: Pick<NoticeRow, 'template' | 'params' | 'path' | 'newsKey' | 'createdAt'>,
	personIds: readonly string[]
): Promise<void> {
	if (personIds.length === 0) return;
	const list = (ids: readonly string[]) => sql`${`{${ids.join()}}`}::uuid[]`;
	await tx.execute(sql`
		insert into ${notices} (community_id, id, person_id, template, params, path, news_key, created_at)
		select ${communityId}::uuid, told.id, told.person_id, ${template}::text, ${JSON.stringify(params)}::text::jsonb, ${path}::text,
			${newsKey}::text, ${createdAt.toISOString()}::timestamptz
		from unnest(${list(personIds.map(newId))}, ${list(personIds)}) as told (id, person_id)
		on conflict do nothing`);
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

/** Whether a person was told something of this kind since. */
export async function wasTold(
	scope: Scope,
	personId: string,
	template: NoticeTemplate,
	since: Date
): Promise<boolean> {
	const [row] = await scope.tx
		.select({ id: notices.id })
		.from(notices)
		.where(
			and(
				eq(notices.communityId, scope.communityId),
				eq(notices.personId, personId),
				eq(notices.template, template),
				gt(notices.createdAt, since)
			)
		)
		.limit(1);
	return row !== undefined;
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
