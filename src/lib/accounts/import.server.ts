import { recordEvents } from '#lib/audit/record.server.ts';
import { peopleDuplicates, residentFields, type ResidentRow } from '#lib/imports/fields.ts';
import type { RowError } from '#lib/imports/read-row.ts';
import type { ImportTarget } from '#lib/imports/targets.server.ts';
import { buildingsOf } from '#lib/places/queries.server.ts';
import { addPeople, type NewPerson } from './add-people.server.ts';
import { knownPeople, type KnownPeople } from './known-people.server.ts';
import type { Gender } from './people.ts';
import { takePeopleBack } from './take-back.server.ts';

/**
 * Sheets of residents. Each row is a person whom the staff who bring it answer for, so it is verified; consent is
 * asked of people, never of a sheet. Whoever is registered already is left as he is.
 */
export const residentsTarget: ImportTarget<ResidentRow> = {
	key: 'residents',
	fields: residentFields,
	duplicates: peopleDuplicates,
	buildings: buildingsOf,
	nameOf: () => undefined,

	async faults(scope, rows) {
		const known = await knownPeople(
			scope,
			rows.map(({ value }) => value)
		);
		return new Map(
			rows.flatMap(({ row, value }) => {
				const fault = faultOf(value, known);
				return fault ? [[row, fault] as const] : [];
			})
		);
	},

	async bring(scope, rows, { by, now }, progress) {
		const people = rows.map(({ value }) => personOf(value, by.personId));
		const ids = await addPeople(scope, people, now, progress);
		const subjects = ids.map((id) => ({ kind: 'person' as const, id }));
		await recordEvents(scope, subjects, 'imported', by.personId, now);
		return subjects.map((subject, at) => ({ ...subject, row: rows[at]!.row }));
	},

	takeBack: (scope, brought) =>
		takePeopleBack(
			scope,
			brought.map(({ id }) => id)
		)
};

function faultOf(row: ResidentRow, known: KnownPeople): RowError | null {
	const there = (field: string): RowError => ({ field, code: 'person_there', params: {} });
	if (row.phone && known.withPhone(row.phone)) return there('phone');
	return known.atHome(row).length > 0 ? there('name') : null;
}

/** A person as a list of residents or volunteers tells. */
export function personOf(
	row: Omit<ResidentRow, 'vulnerable' | 'place'> & { vulnerable?: boolean | null },
	verifiedBy: string
): NewPerson {
	const { name, bornOn, phone, building, door } = row;
	return {
		name,
		gender: row.gender as Gender | null,
		bornOn,
		phone,
		buildingId: building,
		door,
		vulnerable: row.vulnerable ?? false,
		verifiedBy
	};
}
