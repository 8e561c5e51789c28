import { closeFeed, feedSecret, openFeed } from '#lib/booking/feed.server.ts';
import { ownBookings } from '#lib/booking/own-bookings.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { ownVenueBookings } from '#lib/venues/own-page.server.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const secret = await feedSecret(scope, actor);
		const lang = event.locals.preferences.locale === 'en' ? '?lang=en' : '';
		return {
			bookings: await ownBookings(scope, actor, { now, zone }),
			venues: await ownVenueBookings(scope, actor, { now, zone }),
			feed: secret && `${event.url.origin}/${community.slug}/bookings/calendar/${secret}.ics${lang}`,
			key: newId(),
			back: { href: `/${community.slug}` },
			aloud: true
		};
	});

const nothing = z.object({});

export const actions: Actions = {
	open: personAction(nothing, async ({ scope, actor, now, community }) => {
		await openFeed(scope, actor, now);
		return { to: `/${community.slug}/bookings`, flash: { words: m.services_feed_opened() } };
	}),
	close: personAction(nothing, async ({ scope, actor, community }) => {
		await closeFeed(scope, actor);
		return { to: `/${community.slug}/bookings`, flash: { words: m.services_feed_closed() } };
	})
};
