import { queryTokens } from '#lib/accounts/search.ts';
import { listVolunteers, shelfFor } from '#lib/volunteers/desk.server.ts';
import { cardCounts } from '#lib/volunteers/queries.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const params = event.url.searchParams;
		const q = (params.get('q') ?? '').slice(0, 40);
		const counts = await cardCounts(scope, queryTokens(q));
		const shelf = shelfFor(params.get('show'), q, counts);
		const page = Math.min(1000, Math.max(1, Math.floor(Number(params.get('page')) || 1)));
		return {
			shelf,
			q,
			page,
			list: await listVolunteers(scope, { shelf, q, page }, { now, zone }),
			counts
		};
	});
