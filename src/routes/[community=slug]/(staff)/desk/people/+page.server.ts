import { peopleQuery, readPeopleAddress } from '#lib/accounts/people-address.ts';
import { peoplePage } from '#lib/accounts/people-page.server.ts';
import { buildingOptions } from '#lib/places/building-options.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const address = readPeopleAddress(event.url.searchParams);
		return {
			address,
			query: peopleQuery(address),
			...(await peoplePage(scope, address, { now, zone })),
			buildings: await buildingOptions(scope)
		};
	});
