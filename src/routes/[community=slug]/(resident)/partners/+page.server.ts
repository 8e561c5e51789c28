import { groupsOfUnits } from '#lib/groups/unit-groups.server.ts';
import { unitsHere } from '#lib/partners/open-page.server.ts';
import { readOpenly } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, now, zone, community }) => ({
		kinds: await unitsHere(scope, { now, zone }),
		groups: Object.fromEntries(await groupsOfUnits(scope)),
		back: { href: `/${community.slug}` },
		aloud: true
	}));
