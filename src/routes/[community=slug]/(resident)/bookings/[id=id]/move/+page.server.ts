import { redirect } from '@sveltejs/kit';
import { movePage } from '#lib/booking/detail-page.server.ts';
import { move } from '#lib/booking/move.server.ts';
import { readTimesAddress } from '#lib/booking/times-address.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { instant, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const address = readTimesAddress(event.url.searchParams);
		const page = await movePage(scope, actor, event.params.id, address, { now, zone });
		const back = `/${community.slug}/bookings/${event.params.id}`;
		if (!page.booking.mayChange) redirect(303, back);
		return {
			...page,
			key: newId(),
			back: { href: back },
			aloud: true
		};
	});

export const actions: Actions = {
	default: personAction(
		z.object({ start: instant() }),
		async ({ scope, actor, now, zone, community }, { start }, event) => {
			const id = event.params.id!;
			await move(scope, actor, { id, start }, { now, zone });
			return { to: `/${community.slug}/bookings/${id}`, flash: { words: m.booking_moved() } };
		}
	)
};
