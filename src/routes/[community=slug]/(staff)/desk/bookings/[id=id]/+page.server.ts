import { cancel } from '#lib/booking/cancel.server.ts';
import { movePage } from '#lib/booking/detail-page.server.ts';
import { move } from '#lib/booking/move.server.ts';
import { closeVisit } from '#lib/hall/close.server.ts';
import { endings } from '#lib/hall/hall.ts';
import { readTimesAddress } from '#lib/booking/times-address.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { choice, instant, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		const address = readTimesAddress(event.url.searchParams);
		return { ...(await movePage(scope, actor, event.params.id, address, { now, zone })), key: newId() };
	});

export const actions: Actions = {
	close: staffAction(z.object({ as: choice(endings) }), async ({ scope, actor, now }, { as }, event) => {
		await closeVisit(scope, actor, { id: event.params.id!, as }, now);
		return { to: event.url.pathname, flash: { words: m.booking_desk_closed() } };
	}),
	move: staffAction(z.object({ start: instant() }), async ({ scope, actor, now, zone }, { start }, event) => {
		await move(scope, actor, { id: event.params.id!, start }, { now, zone });
		return { to: event.url.pathname, flash: { words: m.booking_moved() } };
	}),
	cancel: staffAction(z.object({}), async ({ scope, actor, now, zone }, _, event) => {
		await cancel(scope, actor, { id: event.params.id!, reason: null }, { now, zone });
		return { to: event.url.pathname, flash: { words: m.booking_cancelled() } };
	})
};
