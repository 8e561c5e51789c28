import { ownOpenings } from '#lib/accounts/openings.server.ts';
import { readAs } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => ({
		openings: await ownOpenings(scope, actor, { now, zone }),
		back: { href: `/${community.slug}/me` }
	}));
