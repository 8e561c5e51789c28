import { readVenueAddress } from '#lib/venues/address.ts';
import { timesPage } from '#lib/venues/times-page.server.ts';
import { readOpenly } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, now, zone, community }) => ({
		...(await timesPage(scope, event.params.id, readVenueAddress(event.url.searchParams), { now, zone })),
		back: { href: `/${community.slug}/venues` },
		aloud: true
	}));
