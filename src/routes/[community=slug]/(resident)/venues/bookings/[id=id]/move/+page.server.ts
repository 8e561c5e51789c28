import { redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { readVenueAddress } from '#lib/venues/address.ts';
import { moveOwn } from '#lib/venues/own.server.ts';
import { moveVenuePage } from '#lib/venues/own-page.server.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { instant, whole, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ start: instant(), minutes: whole(1, 24 * 60) });

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const { id } = event.params;
		const address = (usual: number) => readVenueAddress(event.url.searchParams, usual);
		const page = await moveVenuePage(scope, actor, { id, address }, { now, zone });
		const back = `/${community.slug}/venues/bookings/${id}`;
		if (!page.booking.mayChange) redirect(303, back);
		return { ...page, key: newId(), back: { href: back }, aloud: true };
	});

export const actions: Actions = {
	default: personAction(schema, async ({ scope, actor, now, zone, community }, time, event) => {
		const id = event.params.id!;
		await moveOwn(scope, actor, { id, ...time }, { now, zone });
		return { to: `/${community.slug}/venues/bookings/${id}`, flash: { words: m.booking_moved() } };
	})
};
