import { comersOf } from '#lib/booking/choose-page.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { venueById } from '#lib/places/venue-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { minute } from '#lib/shared/time.ts';
import { saySpan } from '#lib/ui/dates.ts';
import { readVenueAddress, venueQuery } from '#lib/venues/address.ts';
import { venueFacts } from '#lib/venues/list-page.server.ts';
import { bookForOneself } from '#lib/venues/own.server.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { instant, optionalId, text, whole, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	start: instant(),
	minutes: whole(1, 24 * 60),
	purpose: text(60),
	attending: whole(1, 2000),
	for: optionalId()
});

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const address = readVenueAddress(event.url.searchParams);
		const venue = await venueById(scope, event.params.id);
		if (!venue || !address.start) throw new AppError('not_found');
		const end = new Date(address.start.getTime() + address.minutes * minute);
		const back = `/${community.slug}/venues/${venue.id}${venueQuery({ ...address, start: null })}`;
		return {
			venue: venueFacts(venue),
			start: address.start.toISOString(),
			minutes: address.minutes,
			when: saySpan({ start: address.start, end }, { now, zone }),
			comers: await comersOf(scope, actor),
			verified: actor.verified,
			key: newId(),
			back: { href: back }
		};
	});

export const actions: Actions = {
	default: personAction(schema, async ({ scope, actor, now, zone, community }, data, { params }) => {
		const { attending: people, for: forId, ...time } = data;
		const wish = { ...time, people, forId, venueId: params.id! };
		const id = await bookForOneself(scope, actor, wish, { now, zone });
		return { to: `/${community.slug}/venues/bookings/${id}`, flash: { words: m.venues_booked_flash() } };
	})
};
