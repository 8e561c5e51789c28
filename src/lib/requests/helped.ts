import type { NewPerson } from '#lib/accounts/add-people.server.ts';
import type { KnownPerson } from '#lib/accounts/import-queries.server.ts';
import type { KnownPeople, Named } from '#lib/accounts/known-people.server.ts';
import type { RowError } from '#lib/imports/read-row.ts';
import { needs, type NeedKey } from '#lib/skills/needs.ts';

/** Whom a row of a sheet is for. */
export interface Helped {
	/** The one the community knows; otherwise `person` is to be added. */
	known: KnownPerson | undefined;
	person: NewPerson;
	/** The same for rows that speak of the same newcomer. */
	key: string;
	fault: RowError | null;
}

/**
 * Whom a row is for: who has this phone; for what organisations ask for, the unit of this name; otherwise who has this
 * name and lives in this building, or has it where no building is told, else a unit of this name. Nobody known: someone to
 * be added.
 */
export function whoIsHelped(row: Named, need: NeedKey, known: KnownPeople): Helped {
	const { name, phone } = row;
	const { forUnits } = needs[need];
	const byPhone = phone ? known.withPhone(phone) : undefined;
	const meant = byPhone ? [byPhone] : name ? byName(row, forUnits, known) : [];
	const kind = forUnits ? 'unit' : 'resident';
	const buildingId = forUnits ? null : row.building;
	return {
		known: meant[0],
		person: { kind, name: name ?? '', phone, buildingId },
		key: JSON.stringify([kind, name, phone, buildingId]),
		fault: faultOf(row, meant)
	};
}

function byName(row: Named, forUnits: boolean, known: KnownPeople): readonly KnownPerson[] {
	const alike = known.named(row.name ?? '');
	const units = alike.filter(({ kind }) => kind === 'unit');
	if (forUnits) return units.slice(0, 1);
	const people = row.building ? known.atHome(row) : alike.filter(({ kind }) => kind !== 'unit');
	return people.length > 0 ? people : units.slice(0, 1);
}

function faultOf({ name }: Named, meant: readonly KnownPerson[]): RowError | null {
	const [found] = meant;
	if (meant.length > 1) return { field: 'onBehalfOf', code: 'name_of_several', params: {} };
	if (!name && !found) return { field: 'onBehalfOf', code: 'missing', params: {} };
	if (!name || !found || found.name === name) return null;
	return { field: 'phone', code: 'phone_of_another', params: {} };
}
