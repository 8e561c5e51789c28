import { campaignHead } from '#lib/pairings/head.server.ts';
import { campaignReport } from '#lib/pairings/report.server.ts';
import { sayWhen } from '#lib/ui/dates.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const { head, campaign } = await campaignHead(scope, event.params.id);
		return {
			head,
			purpose: campaign.purpose,
			report: await campaignReport(scope, head.id, { now, zone }),
			printed: sayWhen(now, { now, zone })
		};
	});
