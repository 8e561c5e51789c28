import { personById } from '#lib/accounts/queries.server.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import type { NoticeTemplate } from '#lib/notifications/notices.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import type { Params } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { postsOn } from './post-queries.server.ts';
import type { GroupRow } from './queries.server.ts';

/** Something that happened in a group. */
export interface GroupNews {
	template: Extract<NoticeTemplate, `group_${string}`>;
	/** What makes it the same news when told again. */
	about: string;
	params?: Params;
	/** Below the page of the group. */
	page?: '' | '/members' | '/stories' | `/plan?quarter=${string}`;
}

/** Tells people what happened in a group. */
export async function tell(
	scope: Scope,
	{ id, name, nameEn }: Pick<GroupRow, 'id' | 'name' | 'nameEn'>,
	personIds: Iterable<string>,
	{ template, about, params = {}, page = '' }: GroupNews,
	{ now }: Pick<Here, 'now'>
): Promise<void> {
	const values = { group: name, groupEn: nameEn, ...params };
	await notify(scope, personIds, { template, params: values, path: `/groups/${id}${page}`, about }, now);
}

/** The same about one person, who is named. */
export async function tellOf(
	scope: Scope,
	group: Pick<GroupRow, 'id' | 'name' | 'nameEn'>,
	personIds: Iterable<string>,
	personId: string,
	news: GroupNews,
	here: Pick<Here, 'now'>
): Promise<void> {
	const name = (await personById(scope, personId))?.name ?? '';
	await tell(scope, group, personIds, { ...news, params: { name, ...news.params } }, here);
}

/** Who leads a group at present: leader and deputy, and where there is none, the staff. */
export async function leadingIds(scope: Scope, groupId: string, { now, zone }: Here): Promise<string[]> {
	const posts = await postsOn(scope, groupId, dayOf(now, zone));
	const leading = posts.filter(({ role }) => role === 'leader' || role === 'deputy');
	return leading.length > 0 ? leading.map(({ personId }) => personId) : staffIds(scope);
}
