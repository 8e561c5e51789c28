import { readDeskAddress } from '#lib/matching/desk-address.ts';
import { deskPage } from '#lib/matching/desk-list.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const address = readDeskAddress(event.url.searchParams);
		return { flashInPane: true, address, list: await deskPage(scope, address, { now, zone }) };
	});
