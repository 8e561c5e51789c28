import { acceptOffer } from '#lib/matching/accept.server.ts';
import { offerPage, startFields } from '#lib/matching/offered-words.ts';
import { offeredHelp } from '#lib/matching/offered.server.ts';
import { declineOffer, proposeOtherTime } from '#lib/matching/offer.server.ts';
import { declineReasons } from '#lib/matching/offers.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { addDays, dayOf, instantAt } from '#lib/shared/time.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { day, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, community, now, zone }) => {
		const told = await offeredHelp(scope, actor, event.params.id, now, zone);
		const today = dayOf(now, zone);
		return {
			offer: offerPage(told, { now, zone }),
			taskId: told.taskId,
			start: startFields(told.offer.during, zone),
			today,
			lastDay: addDays(today, 60),
			key: newId(),
			back: { href: `/${community.slug}/volunteer` }
		};
	});

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const actions: Actions = {
	accept: personAction(z.object({}), async (act, _, event) => {
		const { scope, actor, now, zone, community } = act;
		const { taskId } = await acceptOffer(scope, actor, event.params.id!, now, zone);
		return {
			to: `/${community.slug}/volunteer/tasks/${taskId}`,
			flash: { words: m.volunteers_offer_accepted_flash() }
		};
	}),
	decline: personAction(z.object({ reason: z.enum(declineReasons) }), async (act, { reason }, event) => {
		await declineOffer(act.scope, act.actor, { offerId: event.params.id!, reason }, act.now);
		return { to: `/${act.community.slug}/volunteer`, flash: { words: m.volunteers_offer_declined_flash() } };
	}),
	other: personAction(z.object({ day: day(), time: clock }), async (act, given, event) => {
		const { scope, actor, now, zone } = act;
		const start = instantAt(given.day, given.time, zone);
		await proposeOtherTime(scope, actor, { offerId: event.params.id!, start }, now, zone);
		return { to: event.url.pathname, flash: { words: m.volunteers_offer_other_flash() } };
	})
};
