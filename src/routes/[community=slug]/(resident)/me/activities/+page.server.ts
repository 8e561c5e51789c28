import { ownDates } from '#lib/activities/own-dates.server.ts';
import { readAs } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => ({
		dates: await ownDates(scope, actor, { now, zone }),
		back: { href: `/${community.slug}/me` },
		aloud: true
	}));
