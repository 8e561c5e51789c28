import type { Scope } from '#lib/db/client.server.ts';
import { memberIds } from '#lib/groups/member-queries.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import type { NoticeTemplate } from '#lib/notifications/notices.ts';
import type { Params } from '#lib/shared/errors.ts';
import { areasOf } from './area-queries.server.ts';
import type { CleanupRow } from './queries.server.ts';
import { listedOf } from './sign-up-queries.server.ts';
import { teamsOf } from './team-queries.server.ts';

type Told = Extract<NoticeTemplate, `cleanup_${string}`>;

/** What is told of a day. */
export interface CleanupNews {
	cleanup: Pick<CleanupRow, 'id' | 'name' | 'nameEn' | 'during'>;
	/** What makes it the same news when told again. */
	about: string;
	more?: Params;
	/** Where it leads; the page of residents unless said. */
	path?: string;
}

/** Tells people about a campaign day, each once. */
export async function tell(
	scope: Scope,
	template: Told,
	personIds: Iterable<string>,
	{ cleanup: { id, name, nameEn, during }, about, more, path = `/cleanups/${id}` }: CleanupNews,
	now: Date
): Promise<void> {
	const params = { activity: name, activityEn: nameEn, at: during.start.toISOString(), ...more };
	await notify(scope, new Set(personIds), { template, params, path, about }, now);
}

/** Those whom a day concerns: who is on its list, who leads an area, and the members of the groups that come. */
export async function concernedBy(scope: Scope, cleanupId: string): Promise<Set<string>> {
	const listed = await listedOf(scope, cleanupId);
	const leaders = (await areasOf(scope, cleanupId)).flatMap(({ leaderId }) => leaderId ?? []);
	const groupIds = (await teamsOf(scope, cleanupId)).flatMap(({ groupId }) => groupId ?? []);
	const concerned = new Set([...listed.map(({ personId }) => personId), ...leaders]);
	for (const groupId of new Set(groupIds)) {
		for (const personId of await memberIds(scope, groupId)) concerned.add(personId);
	}
	return concerned;
}
