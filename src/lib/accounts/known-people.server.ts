import type { Scope } from '#lib/db/client.server.ts';
import { peopleKnownBy, type KnownPerson } from './import-queries.server.ts';
import { doorHash, phoneHash } from './keys.server.ts';

/** What a row of a sheet tells of a person. */
export interface Named {
	name: string | null;
	phone: string | null;
	/** Id of a building. */
	building: string | null;
	door?: string | null;
}

/** The people of the community whom rows may mean. */
export interface KnownPeople {
	withPhone(phone: string): KnownPerson | undefined;
	named(name: string): readonly KnownPerson[];
	/** Those of this name who live where the row says, as far as it says so. */
	atHome(row: Named): readonly KnownPerson[];
}

/** Looks up everyone whom these rows may mean, by phone and by name. */
export async function knownPeople(scope: Scope, rows: readonly Named[]): Promise<KnownPeople> {
	const hashes = new Map(rows.flatMap(({ phone }) => (phone ? [[phone, phoneHash(phone)] as const] : [])));
	const names = [...new Set(rows.flatMap(({ name }) => name ?? []))];
	const found = await peopleKnownBy(scope, { names, phoneHashes: [...hashes.values()] });
	const byPhone = new Map(found.map((person) => [person.phoneHash, person]));
	const byName = Map.groupBy(found, ({ name }) => name);
	const named = (name: string) => byName.get(name) ?? [];
	return {
		withPhone: (phone) => byPhone.get(hashes.get(phone) ?? phoneHash(phone)),
		named,
		atHome: (row) => (row.name ? named(row.name).filter((person) => livesAt(person, row)) : [])
	};
}

function livesAt(person: KnownPerson, { building, door }: Named): boolean {
	if (!building || person.buildingId !== building) return false;
	if (!door || person.doorHash === doorHash(building, '')) return true;
	return person.doorHash === doorHash(building, door);
}
