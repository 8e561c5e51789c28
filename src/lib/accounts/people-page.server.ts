import type { Scope } from '#lib/db/client.server.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { ageOn, dayOf } from '#lib/shared/time.ts';
import { sayDay, type Here } from '#lib/ui/dates.ts';
import { countPeople, listPeople } from './list-queries.server.ts';
import type { PeopleAddress } from './people-address.ts';
import type { Role } from './people.ts';
import { rolesOfMany } from './role-queries.server.ts';
import { queryTokens } from './search.ts';

/** Somebody in the list of the desk. */
export interface PersonLine {
	id: string;
	name: string;
	age: number | null;
	/** The building, never the door. */
	home: string | null;
	verified: boolean;
	vulnerable: boolean;
	unit: boolean;
	roles: Role[];
	since: string;
}

const perPage = 30;

/** A page of the people whom staff look for, and how many there are in all. */
export async function peoplePage(
	scope: Scope,
	address: PeopleAddress,
	{ now, zone }: Here
): Promise<{ people: PersonLine[]; total: number; pages: number }> {
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
	const today = dayOf(now, zone);
	const english = getLocale() === 'en';
	return {
		total,
		pages: Math.max(1, Math.ceil(total / perPage)),
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
}
