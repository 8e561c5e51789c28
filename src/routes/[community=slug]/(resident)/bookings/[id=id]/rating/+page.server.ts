import { ownBooking } from '#lib/booking/own-bookings.server.ts';
import { rateBooking } from '#lib/booking/rate.server.ts';
import { longestRating, starChoices } from '#lib/booking/ratings.ts';
import { inWords } from '#lib/booking/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { saySpan } from '#lib/ui/dates.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { choice, optionalText, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const stars = starChoices.map(String);
const schema = z.object({ stars: choice(stars), words: optionalText(longestRating) });

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const booking = await ownBooking(scope, actor, event.params.id, 'book');
		return {
			title: inWords(booking.service),
			when: saySpan(booking.during, { now, zone }),
			served: booking.status === 'served',
			given: booking.stars,
			most: longestRating,
			key: newId(),
			back: { href: `/${community.slug}/bookings` }
		};
	});

export const actions: Actions = {
	default: personAction(schema, async ({ scope, actor, now }, data, event) => {
		const said = { bookingId: event.params.id!, stars: Number(data.stars), words: data.words };
		await rateBooking(scope, actor, said, now);
		return { to: event.url.pathname, flash: { words: m.services_rated() } };
	})
};
