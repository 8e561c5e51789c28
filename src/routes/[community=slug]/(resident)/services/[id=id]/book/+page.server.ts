import { choosePage } from '#lib/booking/choose-page.server.ts';
import { servicePlaces } from '#lib/booking/booking.ts';
import { hold } from '#lib/booking/hold.server.ts';
import { refusedLately } from '#lib/booking/refused-lately.server.ts';
import { readTimesAddress, timesQuery } from '#lib/booking/times-address.ts';
import { appNow } from '#lib/db/clock.server.ts';
import { crowdAction, readOpenly } from '#lib/web/act.server.ts';
import { choice, instant, optionalId, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, actor, now, zone, community }) => {
		const address = readTimesAddress(event.url.searchParams);
		return {
			...(await choosePage(scope, actor, event.params.id, address, { now, zone })),
			back: { href: `/${community.slug}/services/${event.params.id}` },
			aloud: true
		};
	});

export const actions: Actions = {
	hold: crowdAction(
		z.object({ start: instant(), place: choice(servicePlaces), for: optionalId() }),
		(communityId, { start, place }, { params }) =>
			refusedLately(communityId, { serviceId: params.id!, place, start }, appNow()),
		async ({ scope, actor, now, zone, community }, { start, place, for: attendee }, event) => {
			const serviceId = event.params.id!;
			const attendeeId = attendee ?? actor.personId;
			const id = await hold(scope, actor, { serviceId, place, start, attendeeId }, { now, zone });
			const address = {
				...readTimesAddress(event.url.searchParams),
				place,
				start,
				for: attendeeId,
				hold: id
			};
			return { to: `/${community.slug}/services/${serviceId}/book/confirm${timesQuery(address, {})}` };
		}
	)
};
