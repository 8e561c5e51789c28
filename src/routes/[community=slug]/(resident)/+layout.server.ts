import { inCommunity } from '#lib/db/client.server.ts';
import { offersTo } from '#lib/matching/queries.server.ts';
import { countUnread } from '#lib/notifications/queries.server.ts';
import { plainly } from '#lib/web/act.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url }) => {
	const { community, now } = locals;
	const actor = await plainly(locals.actor());
	// reading the path makes the numbers new on every page; on the messages themselves none is unread any more
	const reading = url.pathname.endsWith('/me/messages');
	if (!community || !actor) return { unread: 0, offers: 0 };
	const here = inCommunity(community.id, async (scope) => {
		const sent = actor.roles.includes('volunteer') ? await offersTo(scope, actor.personId, ['sent']) : [];
		return {
			unread: reading ? 0 : await countUnread(scope, actor.personId),
			offers: sent.filter(({ expiresAt }) => expiresAt > now).length
		};
	});
	return plainly(here);
};
