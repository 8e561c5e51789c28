import { readListAddress } from '#lib/activities/list-address.ts';
import { listPage } from '#lib/activities/list-page.server.ts';
import { weekdayName } from '#lib/activities/weekday-name.ts';
import { planGroups } from '#lib/activities/form-page.server.ts';
import { cleanupDates } from '#lib/cleanups/other-dates.server.ts';
import { readOpenly } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

const weekdays = [1, 2, 3, 4, 5, 6, 0] as const;

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, actor, now, zone, community }) => {
		const address = readListAddress(event.url.searchParams);
		const campaigns = await cleanupDates(scope, address, { now, zone });
		return {
			address,
			weekdays: weekdays.map((one) => ({ name: weekdayName(one), narrow: weekdayName(one, 'narrow') })),
			...(await listPage(scope, actor, address, { now, zone }, campaigns)),
			plans: actor !== null && (await planGroups(scope, actor, { now, zone })).length > 0,
			back: { href: `/${community.slug}` },
			aloud: true
		};
	});
