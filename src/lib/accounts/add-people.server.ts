import type { Scope } from '../db/client.server.ts';
import { seal } from '../db/vault.server.ts';
import { newId } from '../shared/ids.ts';
import type { Day } from '../shared/time.ts';
import * as bulk from './import-queries.server.ts';
import { communityKey, doorHash, newPersonKey, phoneHash, sealFor } from './keys.server.ts';
import type { Gender } from './people.ts';
import { searchTokens } from './search.ts';

export interface NewPerson {
	name: string;
	kind?: 'resident' | 'guest' | 'unit';
	gender?: Gender | null;
	bornOn?: Day | null;
	phone?: string | null;
	buildingId?: string | null;
	door?: string | null;
	vulnerable?: boolean;
	accountId?: string;
	verifiedBy?: string;
}

/** So many people are added between two words about how far it is. */
const atATime = 1_000;

/**
 * Adds people, each with a key of their own; names, homes and phones as given. Of several with one phone the first is
 * found by it; the others can only be called.
 * @param tell told how many are added
 * @returns their ids, in order
 */
export async function addPeople(
	scope: Scope,
	people: readonly NewPerson[],
	now: Date,
	tell: (added: number) => Promise<void> = async () => {}
): Promise<string[]> {
	const parent = await communityKey(scope);
	const known = new Set<string>();
	const ids: string[] = [];
	for (let from = 0; from < people.length; from += atATime) {
		const some = people.slice(from, from + atATime);
		const homes = await homesOf(scope, parent, some);
		const rows = some.map((person) => rowOf(parent, person, homes, known, now));
		await bulk.addPeople(scope, rows);
		ids.push(...rows.map(({ id }) => id));
		await tell(ids.length);
	}
	return ids;
}

function rowOf(
	parent: Buffer,
	person: NewPerson,
	homes: ReadonlyMap<string, string>,
	known: Set<string>,
	now: Date
): bulk.NewPersonRow & { id: string } {
	const id = newId();
	const wrappedKey = newPersonKey(parent, id);
	const { phone } = person;
	const home = homeHash(person);
	const hash = phone ? phoneHash(phone) : null;
	const isFirst = hash !== null && !known.has(hash);
	if (hash) known.add(hash);
	return {
		id,
		kind: person.kind ?? 'resident',
		name: person.name,
		gender: person.gender ?? null,
		bornOn: person.bornOn ?? null,
		vulnerable: person.vulnerable ?? false,
		accountId: person.accountId ?? null,
		householdId: home ? homes.get(home)! : null,
		phoneHash: isFirst ? hash : null,
		phoneSealed: phone ? sealFor(parent, { id, wrappedKey }, phone, `people.phone:${id}`) : null,
		wrappedKey,
		verifiedAt: person.verifiedBy ? now : null,
		verifiedBy: person.verifiedBy ?? null,
		search: searchTokens(person.name),
		createdAt: now
	};
}

/** The households behind people's doors by their hashes, made where there are none yet. */
async function homesOf(
	scope: Scope,
	parent: Buffer,
	people: readonly NewPerson[]
): Promise<Map<string, string>> {
	const homes = new Map<string, bulk.NewHomeRow>();
	for (const person of people) {
		const { buildingId, door } = person;
		const hash = homeHash(person);
		if (!buildingId || !hash || homes.has(hash)) continue;
		const id = newId();
		const doorSealed = seal(parent, door ?? '', `households.door:${id}`);
		homes.set(hash, { id, buildingId, doorSealed, doorHash: hash });
	}
	return bulk.addHomes(scope, [...homes.values()]);
}

function homeHash({ buildingId, door }: NewPerson): string | null {
	return buildingId ? doorHash(buildingId, door ?? '') : null;
}
