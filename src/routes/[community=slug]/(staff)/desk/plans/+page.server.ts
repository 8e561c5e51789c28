import { planList } from '#lib/plans/plan-list.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => ({
		plans: await planList(scope, actor, { now, zone })
	}));
