import { bookedFor } from '#lib/booking/on-behalf.server.ts';
import { servicePage } from '#lib/booking/service-page.server.ts';
import { readOpenly } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, actor, now, zone, community }) => {
		const service = await servicePage(scope, event.params.id, { now, zone });
		const elder = await bookedFor(scope, actor, event.url.searchParams);
		const behalf = elder ? `&for=${elder.id}` : '';
		return {
			service,
			elder,
			back: { href: `/${community.slug}/services?group=${service.group.key}${behalf}` },
			aloud: true
		};
	});
