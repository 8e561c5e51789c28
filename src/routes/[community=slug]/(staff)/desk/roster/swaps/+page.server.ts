import { acceptSwap, declineSwap, withdrawSwap } from '#lib/hours/swap.server.ts';
import { swapsPage } from '#lib/hours/swaps-page.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { id, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => ({
		key: newId(),
		...(await swapsPage(scope, actor, { now, zone }))
	}));

const one = z.object({ swap: id() });
const again = (event: { url: URL }, words: string) => ({ to: event.url.pathname, flash: { words } });

export const actions: Actions = {
	accept: staffAction(one, async ({ scope, actor, now, zone }, { swap }, event) => {
		await acceptSwap(scope, actor, swap, now, zone);
		return again(event, m.hours_swap_accepted_flash());
	}),
	decline: staffAction(one, async ({ scope, actor, now, zone }, { swap }, event) => {
		await declineSwap(scope, actor, swap, now, zone);
		return again(event, m.hours_swap_declined_flash());
	}),
	withdraw: staffAction(one, async ({ scope, actor, now }, { swap }, event) => {
		await withdrawSwap(scope, actor, swap, now);
		return again(event, m.hours_swap_withdrawn_flash());
	})
};
