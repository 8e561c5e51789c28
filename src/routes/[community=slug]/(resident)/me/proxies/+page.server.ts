import { ownProxies } from '#lib/accounts/proxy-page.server.ts';
import { readAs } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, community }) => {
		const proxies = await ownProxies(scope, actor);
		return {
			forMe: proxies.filter(({ side }) => side === 'elder'),
			byMe: proxies.filter(({ side }) => side === 'proxy'),
			back: { href: `/${community.slug}/me` },
			aloud: true
		};
	});
