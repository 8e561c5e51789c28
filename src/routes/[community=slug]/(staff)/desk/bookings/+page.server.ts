import { moveStranded } from '#lib/booking/conflicts.server.ts';
import { readDeskAddress } from '#lib/booking/desk-address.ts';
import { deskBookings } from '#lib/booking/desk-page.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const address = readDeskAddress(event.url.searchParams);
		return { address, key: newId(), ...(await deskBookings(scope, address, { now, zone })) };
	});

export const actions: Actions = {
	move: staffAction(z.object({}), async ({ scope, actor, now, zone, community }) => {
		const { moved, left } = await moveStranded(scope, actor, { now, zone });
		const count = moved.length;
		const to = `/${community.slug}/desk/bookings${left.length > 0 ? '?show=stranded' : ''}`;
		const words =
			left.length > 0
				? m.booking_desk_moved_left({ count, left: left.length })
				: m.booking_desk_moved({ count });
		return { to, flash: { words } };
	})
};
