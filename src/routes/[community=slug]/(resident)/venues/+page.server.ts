import { venueList } from '#lib/venues/list-page.server.ts';
import { ownVenueBookings } from '#lib/venues/own-page.server.ts';
import { readOpenly } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, actor, now, zone, community }) => ({
		venues: await venueList(scope, { now, zone }),
		own: actor ? await ownVenueBookings(scope, actor, { now, zone }) : [],
		back: { href: `/${community.slug}` },
		aloud: true
	}));
