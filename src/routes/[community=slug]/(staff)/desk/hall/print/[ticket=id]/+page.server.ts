import { ticketPage } from '#lib/hall/ticket-page.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone, community }) => ({
		ticket: await ticketPage(scope, actor, event.params.ticket, { now, zone }),
		address: `${event.url.origin}/${community.slug}/queue/${event.params.ticket}`
	}));
