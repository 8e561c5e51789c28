import { quarterPage } from '#lib/activities/quarter-page.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, ({ scope, now, zone }) =>
		quarterPage(scope, event.url.searchParams.get('quarter'), { now, zone })
	);
