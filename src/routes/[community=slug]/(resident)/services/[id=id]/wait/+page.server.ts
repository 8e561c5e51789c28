import { waitPartNames, waitParts } from '#lib/booking/parts.ts';
import { askToWait, stopWaiting } from '#lib/booking/wait.server.ts';
import { waitPage } from '#lib/booking/wait-page.server.ts';
import { readTimesAddress } from '#lib/booking/times-address.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { choice, day, id, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const address = readTimesAddress(event.url.searchParams);
		return {
			...(await waitPage(scope, actor, event.params.id, { now, zone })),
			attendeeId: address.for ?? actor.personId,
			key: newId(),
			back: { href: `/${community.slug}/services/${event.params.id}/book` },
			aloud: true
		};
	});

export const actions: Actions = {
	ask: personAction(
		z.object({ for: id(), from: day(), to: day(), part: choice(waitPartNames) }),
		async ({ scope, actor, now, zone }, { for: attendeeId, from, to, part }, event) => {
			const serviceId = event.params.id!;
			const wish = { serviceId, attendeeId, fromDay: from, toDay: to, ...waitParts[part] };
			await askToWait(scope, actor, wish, { now, zone });
			return { to: event.url.pathname, flash: { words: m.booking_wait_done() } };
		}
	),
	stop: personAction(z.object({ wait: id() }), async ({ scope, actor, now, zone }, { wait }, event) => {
		await stopWaiting(scope, actor, wait, { now, zone });
		return { to: event.url.pathname, flash: { words: m.booking_wait_stopped() } };
	})
};
