import { circlePage } from '#lib/venues/circle-page.server.ts';
import { readOpenly } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, actor, community }) => ({
		circle: await circlePage(scope, actor, event.url.searchParams.get('building')),
		back: { href: `/${community.slug}` },
		aloud: true
	}));
