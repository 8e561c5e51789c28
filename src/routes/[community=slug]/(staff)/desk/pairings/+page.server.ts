import { campaignLines } from '#lib/pairings/list.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope }) => ({ campaigns: await campaignLines(scope) }));
