import { inCommunity } from '#lib/db/client.server.ts';
import { countUnread } from '#lib/notifications/queries.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
	const { community, actor } = locals;
	if (!community || !actor) return { unread: 0 };
	return { unread: await inCommunity(community.id, (scope) => countUnread(scope, actor.personId)) };
};
