import { ledger } from '#lib/records/ledger.server.ts';
import { lastMonth, readPeriod, thisMonth, thisYear } from '#lib/records/period.ts';
import { dayOf } from '#lib/shared/time.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

const perPage = 50;

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const today = dayOf(now, zone);
		const period = readPeriod(event.url.searchParams, today);
		const page = Math.min(1000, Math.max(1, Math.floor(Number(event.url.searchParams.get('page')) || 1)));
		const { rows, total } = await ledger(scope, period, { limit: perPage, offset: (page - 1) * perPage });
		return {
			period,
			usual: { thisMonth: thisMonth(today), lastMonth: lastMonth(today), thisYear: thisYear(today) },
			page,
			pages: Math.max(1, Math.ceil(total.services / perPage)),
			rows,
			total
		};
	});
