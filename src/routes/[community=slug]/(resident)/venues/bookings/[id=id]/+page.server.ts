import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { cancelOwn } from '#lib/venues/own.server.ts';
import { ownVenueBooking } from '#lib/venues/own-page.server.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => ({
		booking: await ownVenueBooking(scope, actor, event.params.id, { now, zone }),
		key: newId(),
		back: { href: `/${community.slug}/venues` },
		aloud: true
	}));

export const actions: Actions = {
	default: personAction(z.object({}), async ({ scope, actor, now, zone, community }, _, { params }) => {
		await cancelOwn(scope, actor, params.id!, { now, zone });
		return { to: `/${community.slug}/venues`, flash: { words: m.venues_cancelled_flash() } };
	})
};
