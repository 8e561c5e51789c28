import { jointReport } from '#lib/subdistrict/report.server.ts';
import { sayWhen } from '#lib/ui/dates.ts';
import { readAsSupervisor } from '#lib/web/supervise.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsSupervisor(event, async ({ supervisor, now }) => ({
		...(await jointReport(supervisor, event.params.id, now)),
		printed: sayWhen(now, { now, zone: supervisor.communities[0]!.zone })
	}));
