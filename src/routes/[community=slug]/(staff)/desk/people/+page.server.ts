import { peopleQuery, readPeopleAddress } from '#lib/accounts/people-address.ts';
import { countPeople, listPeople } from '#lib/accounts/list-queries.server.ts';
import { rolesOfMany } from '#lib/accounts/role-queries.server.ts';
import { queryTokens } from '#lib/accounts/search.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { buildingsOf } from '#lib/places/queries.server.ts';
import { ageOn, dayOf } from '#lib/shared/time.ts';
import { sayDay } from '#lib/ui/dates.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

const perPage = 30;

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const address = readPeopleAddress(event.url.searchParams);
		const english = getLocale() === 'en';
		const filter = {
			tokens: queryTokens(address.q),
			show: address.show,
			buildingId: address.building,
			limit: perPage,
			offset: (address.page - 1) * perPage
		};
		const rows = await listPeople(scope, filter);
		const total = await countPeople(scope, filter);
		const roles = await rolesOfMany(
			scope,
			rows.map(({ id }) => id)
		);
		const buildings = await buildingsOf(scope);
		const today = dayOf(now, zone);
		return {
			address,
			query: peopleQuery(address),
			total,
			pages: Math.max(1, Math.ceil(total / perPage)),
			buildings: buildings.map(({ id, name, nameEn }) => ({ value: id, label: english ? nameEn : name })),
			people: rows.map((row) => ({
				id: row.id,
				name: row.name,
				age: row.bornOn ? ageOn(row.bornOn, today) : null,
				home: english ? row.buildingEn : row.building,
				verified: row.verifiedAt !== null,
				vulnerable: row.vulnerable,
				unit: row.kind === 'unit',
				roles: roles.get(row.id) ?? [],
				since: sayDay(dayOf(row.createdAt, zone), today)
			}))
		};
	});
