import { leave } from '#lib/hall/serve.server.ts';
import { ticketPage } from '#lib/hall/ticket-page.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readOpenly } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, actor, now, zone, community }) => ({
		key: newId(),
		aloud: true,
		back: { href: `/${community.slug}` },
		ticket: await ticketPage(scope, actor, event.params.ticket, { now, zone })
	}));

export const actions: Actions = {
	leave: personAction(z.object({}), async ({ scope, actor, now, community }, _, { params }) => {
		await leave(scope, actor, params.ticket!, now);
		return { to: `/${community.slug}/queue/${params.ticket}`, flash: { words: m.hall_gave_back() } };
	})
};
