import type { Draft } from './draft.ts';
import type { BuildingRow, HomeRow, PersonRow } from './rows.ts';

/** Days before the anchor on which the communities began with the app. */
export const firstDay = -400;

export interface NewPerson {
	name: string;
	gender: 'female' | 'male' | null;
	age: number | null;
	home?: HomeRow;
	/** `resident` unless said. */
	kind?: PersonRow['kind'];
	/** None when absent. */
	phone?: string;
	vulnerable?: boolean;
	createdAt: Date;
	/** The staff member who saw who it is; unverified when absent. */
	verifiedBy?: string;
}

/** Someone the community knows. The birthday within the year follows from how many there are already. */
export function addPerson(draft: Draft, person: NewPerson): PersonRow {
	const {
		name,
		gender,
		age,
		home,
		kind = 'resident',
		phone,
		vulnerable = false,
		createdAt,
		verifiedBy
	} = person;
	const birthday = ((draft.rows.people.length * 137) % 365) / 365;
	const row: PersonRow = {
		id: draft.id('person'),
		accountId: null,
		kind,
		name,
		gender,
		bornOn: age === null ? null : draft.calendar.bornOn(age, birthday),
		vulnerable,
		householdId: home?.id ?? null,
		phone: phone ?? null,
		verifiedAt: verifiedBy ? createdAt : null,
		verifiedBy: verifiedBy ?? null,
		createdAt
	};
	draft.rows.people.push(row);
	return row;
}

/** An invented mobile number for the person who is added next. */
export function newPhone(draft: Draft): string {
	const count = draft.rows.people.length + 1;
	return draft.plan.mobiles + String((count * 7_919) % 1_000_000).padStart(6, '0');
}

/** The next home of a building. */
export function addHome(draft: Draft, building: BuildingRow): HomeRow {
	const count = draft.rows.homes.filter((home) => home.buildingId === building.id).length;
	const home = { id: draft.id('household'), buildingId: building.id, door: doorOf(draft, building, count) };
	draft.rows.homes.push(home);
	draft.homes.set(home.id, { home, building });
	return home;
}

function doorOf(draft: Draft, building: BuildingRow, count: number): string {
	const compound = draft.rows.compounds.findIndex(({ id }) => id === building.compoundId);
	const { stairwells } = draft.plan.compounds[compound]!;
	if (stairwells === 0) return `${count + 1}室`;
	const level = Math.floor(count / stairwells);
	return `${(count % stairwells) + 1}单元${(level % 6) + 1}0${Math.floor(level / 6) + 1}室`;
}

export function buildingNamed(draft: Draft, name: string): BuildingRow {
	const building = draft.rows.buildings.find((one) => one.name === name);
	if (!building) throw new Error(`no building is called ${name}`);
	return building;
}
