import { serviceList } from '#lib/booking/service-list.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now }) => {
		const { searchParams } = event.url;
		const q = (searchParams.get('q') ?? '').slice(0, 40);
		const withdrawn = searchParams.get('show') === 'withdrawn';
		return { q, withdrawn, services: await serviceList(scope, { q, withdrawn }, now) };
	});
