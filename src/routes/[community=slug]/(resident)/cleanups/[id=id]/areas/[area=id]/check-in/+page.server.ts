import { codePage } from '#lib/cleanups/roll-page.server.ts';
import { readAs } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		event.depends('cleanups:codes');
		const { id: cleanupId, area: areaId } = event.params;
		const home = `/${community.slug}/cleanups/${cleanupId}`;
		return {
			...(await codePage(scope, actor, { cleanupId, areaId }, { now, zone })),
			at: now,
			list: `${home}/areas/${areaId}`,
			address: `${event.url.origin}${home}?area=${areaId}&code=`
		};
	});
