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
import { instant, text, whole, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	start: instant(),
	minutes: whole(1, 24 * 60),
	purpose: text(60),
	attending: whole(1, 2000)
});

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, now, zone, community }) => {
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
			key: newId(),
			back: { href: back }
		};
	});

export const actions: Actions = {
	default: personAction(schema, async ({ scope, actor, now, zone, community }, data, { params }) => {
		const { attending: people, ...wish } = data;
		const id = await bookForOneself(scope, actor, { ...wish, people, venueId: params.id! }, { now, zone });
		return { to: `/${community.slug}/venues/bookings/${id}`, flash: { words: m.venues_booked_flash() } };
	})
};
