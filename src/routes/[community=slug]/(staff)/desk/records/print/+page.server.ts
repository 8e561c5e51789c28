import { ledger } from '#lib/records/ledger.server.ts';
import { readPeriod } from '#lib/records/period.ts';
import { dayOf } from '#lib/shared/time.ts';
import { sayWhen } from '#lib/ui/dates.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

const mostRows = 2_000;

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const period = readPeriod(event.url.searchParams, dayOf(now, zone));
		return {
			period,
			printed: sayWhen(now, { now, zone }),
			...(await ledger(scope, period, { limit: mostRows, offset: 0 }))
		};
	});
