import { detailPage } from '#lib/booking/detail-page.server.ts';
import { leavePlace, takePlace } from '#lib/booking/wait.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => ({
		booking: await detailPage(scope, actor, event.params.id, { now, zone }),
		key: newId(),
		back: { href: `/${community.slug}/bookings` },
		aloud: true
	}));

export const actions: Actions = {
	take: personAction(z.object({}), async ({ scope, actor, now }, _, event) => {
		await takePlace(scope, actor, event.params.id!, now);
		return { to: event.url.pathname, flash: { words: m.booking_done() } };
	}),
	leave: personAction(z.object({}), async ({ scope, actor, now, zone, community }, _, event) => {
		await leavePlace(scope, actor, event.params.id!, { now, zone });
		return { to: `/${community.slug}/bookings`, flash: { words: m.booking_offer_left() } };
	})
};
