import { redirect } from '@sveltejs/kit';
import { cancel } from '#lib/booking/cancel.server.ts';
import { detailPage } from '#lib/booking/detail-page.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const booking = await detailPage(scope, actor, event.params.id, { now, zone });
		const back = `/${community.slug}/bookings/${booking.id}`;
		if (!booking.mayChange) redirect(303, back);
		return { text: `${booking.service} · ${booking.when}`, key: newId(), back: { href: back } };
	});

export const actions: Actions = {
	default: personAction(z.object({}), async ({ scope, actor, now, zone, community }, _, event) => {
		const id = event.params.id!;
		await cancel(scope, actor, { id, reason: null }, { now, zone });
		return { to: `/${community.slug}/bookings/${id}`, flash: { words: m.booking_cancelled() } };
	})
};
