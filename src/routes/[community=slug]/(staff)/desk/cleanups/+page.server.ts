import { cleanupLines } from '#lib/cleanups/list-page.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => ({
		cleanups: await cleanupLines(scope, { now, zone })
	}));
