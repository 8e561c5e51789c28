import { outOfHoursReport } from '#lib/hall/out-of-hours.server.ts';
import { lastMonth, readPeriod, thisMonth, thisYear } from '#lib/records/period.ts';
import { dayOf } from '#lib/shared/time.ts';
import { sayWhen } from '#lib/ui/dates.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const today = dayOf(now, zone);
		const period = readPeriod(event.url.searchParams, today);
		return {
			period,
			usual: { thisMonth: thisMonth(today), lastMonth: lastMonth(today), thisYear: thisYear(today) },
			report: await outOfHoursReport(scope, period, zone),
			printed: sayWhen(now, { now, zone })
		};
	});
