import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { cancelAtDesk, moveAtDesk } from '#lib/venues/at-desk.server.ts';
import { deskBooking } from '#lib/venues/desk-page.server.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { text, z } from '#lib/web/schema.server.ts';
import { saidSpan, timeFields } from '../../booking-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => ({
		booking: await deskBooking(scope, event.params.id, { now, zone }),
		moveKey: newId(),
		cancelKey: newId()
	}));

export const actions: Actions = {
	move: staffAction(
		z.object(timeFields),
		async ({ scope, actor, now, zone, community }, data, { params }) => {
			await moveAtDesk(scope, actor, { id: params.id!, during: saidSpan(data, zone) }, { now, zone });
			const to = `/${community.slug}/desk/venues?week=${data.day}`;
			return { to, flash: { words: m.venues_moved_flash() } };
		}
	),
	cancel: staffAction(
		z.object({ reason: text(100) }),
		async ({ scope, actor, now, zone, community }, { reason }, { params }) => {
			await cancelAtDesk(scope, actor, { id: params.id!, reason }, { now, zone });
			return { to: `/${community.slug}/desk/venues`, flash: { words: m.venues_cancelled_for_flash() } };
		}
	)
};
