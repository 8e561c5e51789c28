import type { Scope } from '#lib/db/client.server.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { isId } from '#lib/shared/ids.ts';
import { phoneHash } from './keys.server.ts';
import { readPhone } from './phone.ts';
import { homeById } from './household-queries.server.ts';
import { listPeople } from './list-queries.server.ts';
import { personById, personByPhone } from './queries.server.ts';
import { queryTokens } from './search.ts';

/** Somebody who was found, with what tells two of one name apart. */
export interface FoundPerson {
	id: string;
	name: string;
	/** The building, never the door. */
	home: string | null;
}

const most = 10;

/**
 * Finds residents by name, pinyin initials or phone; nobody where nothing was said.
 * @param among only these are found
 */
export async function findPeople(
	scope: Scope,
	said: string,
	except?: string,
	among?: ReadonlySet<string>
): Promise<FoundPerson[]> {
	const phone = readPhone(said);
	const tokens = queryTokens(said);
	if (tokens.length === 0 || among?.size === 0) return [];
	const found = phone
		? await withPhone(scope, phone)
		: await listPeople(scope, {
				tokens,
				show: 'all',
				limit: most + 1,
				offset: 0,
				among: among && [...among]
			});
	const english = getLocale() === 'en';
	return found
		.filter(({ id, kind }) => id !== except && kind !== 'unit' && (among?.has(id) ?? true))
		.slice(0, most)
		.map(({ id, name, building, buildingEn }) => ({ id, name, home: english ? buildingEn : building }));
}

async function withPhone(scope: Scope, phone: string) {
	const person = await personByPhone(scope, phoneHash(phone));
	if (!person) return [];
	const home = person.householdId ? await homeById(scope, person.householdId) : undefined;
	return [{ ...person, building: home?.building ?? null, buildingEn: home?.buildingEn ?? null }];
}

/** Somebody whom an address names; null where it names nobody for whom things are done. */
export async function personNamed(
	scope: Scope,
	id: string | null
): Promise<{ id: string; name: string } | null> {
	const person = isId(id) ? await personById(scope, id) : undefined;
	return person && person.kind !== 'unit' ? { id: person.id, name: person.name } : null;
}
