import { book } from '#lib/booking/book.server.ts';
import { servicePlaces } from '#lib/booking/booking.ts';
import { readNewBookingAddress } from '#lib/booking/new-booking-address.ts';
import { newBookingPage } from '#lib/booking/new-booking-page.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { choice, id, instant, optionalId, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	service: id(),
	for: id(),
	place: choice(servicePlaces),
	start: instant(),
	officer: optionalId(),
	ready: z.array(id()).default([])
});

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const address = readNewBookingAddress(event.url.searchParams);
		return { ...(await newBookingPage(scope, address, { now, zone })), key: newId() };
	});

export const actions: Actions = {
	default: staffAction(schema, async ({ scope, actor, now, zone, community }, data) => {
		const { service: serviceId, for: attendeeId, place, start, officer: officerId, ready } = data;
		const wanted = { serviceId, attendeeId, place, start, officerId, holdId: null, documentsReady: ready };
		const bookingId = await book(scope, actor, wanted, { now, zone });
		return { to: `/${community.slug}/desk/bookings/${bookingId}`, flash: { words: m.booking_desk_done() } };
	})
};
