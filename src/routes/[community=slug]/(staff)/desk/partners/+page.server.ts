import { deskUnits, readShown } from '#lib/partners/desk-page.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const shown = readShown(event.url.searchParams);
		return { ...shown, units: await deskUnits(scope, shown, { now, zone }) };
	});
