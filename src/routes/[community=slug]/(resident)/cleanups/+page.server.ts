import { cleanupsAhead, cleanupsBehind } from '#lib/cleanups/list-page.server.ts';
import { readOpenly } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, now, zone, community }) => ({
		ahead: await cleanupsAhead(scope, { now, zone }),
		behind: await cleanupsBehind(scope, { now, zone }),
		back: { href: `/${community.slug}` }
	}));
