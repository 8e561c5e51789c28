import { isRosterDay, mondayOf } from '#lib/hours/week.ts';
import { dayOf } from '#lib/shared/time.ts';
import { doorPlan } from '#lib/venues/week-page.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone, community }) => {
		const asked = event.url.searchParams.get('week') ?? '';
		const monday = mondayOf(isRosterDay(asked) ? asked : dayOf(now, zone));
		return {
			plan: await doorPlan(scope, event.params.id, monday, zone),
			address: `${event.url.origin}/${community.slug}/venues/${event.params.id}`
		};
	});
