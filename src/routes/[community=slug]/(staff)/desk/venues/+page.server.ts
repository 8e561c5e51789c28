import { isRosterDay, mondayOf } from '#lib/hours/week.ts';
import { dayOf } from '#lib/shared/time.ts';
import { venueWeek } from '#lib/venues/week-page.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const asked = event.url.searchParams.get('week') ?? '';
		const today = dayOf(now, zone);
		return { today, week: await venueWeek(scope, mondayOf(isRosterDay(asked) ? asked : today), zone) };
	});
