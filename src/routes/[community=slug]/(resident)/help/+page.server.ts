import { myRequests } from '#lib/requests/mine.server.ts';
import { readAs } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone }) => {
		const requests = await myRequests(scope, actor, { now, zone });
		return { open: requests.filter((one) => one.open), past: requests.filter((one) => !one.open) };
	});
