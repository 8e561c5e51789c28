import { gapsPage, readLacking } from '#lib/venues/gaps.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope }) => {
		const lacks = readLacking(event.url.searchParams);
		return { lacks, gaps: await gapsPage(scope, lacks) };
	});
