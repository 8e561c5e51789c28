import { inCommunity } from '#lib/db/client.server.ts';
import { countUnread } from '#lib/notifications/queries.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url }) => {
	const { community, actor } = locals;
	if (!community || !actor) return { unread: 0 };
	const unread = await inCommunity(community.id, (scope) => countUnread(scope, actor.personId));
	// reading the path makes the number new on every page, and on the messages themselves none is left
	return { unread: url.pathname.endsWith('/me/messages') ? 0 : unread };
};
