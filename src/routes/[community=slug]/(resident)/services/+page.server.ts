import { cataloguePage } from '#lib/booking/catalogue-page.server.ts';
import { bookedFor } from '#lib/booking/on-behalf.server.ts';
import { readOpenly } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, actor, now, zone, community }) => {
		const { searchParams } = event.url;
		const catalogue = await cataloguePage(scope, searchParams, { now, zone });
		const deeper = catalogue.q !== '' || catalogue.group !== null;
		return {
			catalogue,
			elder: await bookedFor(scope, actor, searchParams),
			back: { href: `/${community.slug}${deeper ? '/services' : ''}` },
			aloud: true
		};
	});
