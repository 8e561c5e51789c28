import { redirect } from '@sveltejs/kit';
import { book } from '#lib/booking/book.server.ts';
import { servicePlaces } from '#lib/booking/booking.ts';
import { confirmPage } from '#lib/booking/confirm-page.server.ts';
import { readTimesAddress, timesQuery } from '#lib/booking/times-address.ts';
import { appNow } from '#lib/db/clock.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { refusedLately } from '#lib/booking/refused-lately.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { crowdAction, readAs } from '#lib/web/act.server.ts';
import { choice, id, instant, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	start: instant(),
	place: choice(servicePlaces),
	for: id(),
	ready: z.array(id()).default([])
});

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const address = readTimesAddress(event.url.searchParams);
		const page = await confirmPage(scope, actor, event.params.id, address, { now, zone });
		if (page.bookedId) redirect(303, `/${community.slug}/bookings/${page.bookedId}`);
		const choose = `/${community.slug}/services/${event.params.id}/book`;
		return {
			...page,
			choose: `${choose}${timesQuery(address, { start: null, hold: null })}`,
			key: newId(),
			back: { href: `${choose}${timesQuery(address, { start: null, hold: null })}` },
			aloud: true
		};
	});

export const actions: Actions = {
	default: crowdAction(
		schema,
		(communityId, { start, place }, { params, url }) => {
			if (readTimesAddress(url.searchParams).hold) return null;
			return refusedLately(communityId, { serviceId: params.id!, place, start }, appNow());
		},
		async ({ scope, actor, now, zone, community }, data, event) => {
			const { hold } = readTimesAddress(event.url.searchParams);
			const { start, place, for: attendeeId, ready } = data;
			const wanted = { serviceId: event.params.id!, place, start, attendeeId, holdId: hold };
			const bookingId = await book(scope, actor, { ...wanted, documentsReady: ready }, { now, zone });
			return { to: `/${community.slug}/bookings/${bookingId}`, flash: { words: m.booking_done() } };
		}
	)
};
