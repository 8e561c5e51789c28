import { codePage } from '#lib/activities/code-page.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { readAs } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		event.depends('activities:codes');
		const asked = event.url.searchParams.get('date');
		const here = `/${community.slug}/activities/${event.params.id}`;
		const page = await codePage(scope, actor, event.params.id, isId(asked) ? asked : null, { now, zone });
		return {
			...page,
			at: now,
			here,
			address: page.date && `${event.url.origin}${here}/arrive?date=${page.date.id}&code=`
		};
	});
