import { cleanupReport } from '#lib/cleanups/report.server.ts';
import { sayWhen } from '#lib/ui/dates.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => ({
		report: await cleanupReport(scope, event.params.id, { now, zone }),
		printed: sayWhen(now, { now, zone })
	}));
