import { groupsPage } from '#lib/groups/list-page.server.ts';
import { readOpenly } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, actor, now, zone, community }) => {
		const groups = await groupsPage(scope, actor, event.url.searchParams, { now, zone });
		const deeper = groups.q !== '' || groups.theme !== null;
		return { groups, back: { href: `/${community.slug}${deeper ? '/groups' : ''}` }, aloud: true };
	});
