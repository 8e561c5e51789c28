import { inCommunity } from '#lib/db/client.server.ts';
import { offersTo } from '#lib/matching/queries.server.ts';
import { countUnread } from '#lib/notifications/queries.server.ts';
import { plainly } from '#lib/web/act.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url, depends }) => {
	// the number on the tab changes with the offers on the page
	depends('volunteer:offers');
	const { community, now } = locals;
	const actor = await plainly(locals.actor());
	if (!community || !actor) return { unread: 0, offers: 0 };
	const here = inCommunity(community.id, async (scope) => {
		const sent = await offersTo(scope, actor.personId, ['sent']);
		return {
			// reading the path makes the numbers new on every page
			path: url.pathname,
			unread: await countUnread(scope, actor.personId),
			offers: sent.filter(({ expiresAt }) => expiresAt > now).length
		};
	});
	return plainly(here);
};
