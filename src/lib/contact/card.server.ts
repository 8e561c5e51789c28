import type { Actor } from '#lib/accounts/people.ts';
import { homeById, type HomeRow } from '#lib/accounts/household-queries.server.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { hoursPage } from '#lib/hours/hours-page.server.ts';
import { named } from '#lib/hours/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { buildingsOf, gridName } from '#lib/places/queries.server.ts';
import type { Here } from '#lib/ui/dates.ts';
import { officersOf } from './queries.server.ts';

/** Where one is served, and when. */
export interface CardStation {
	id: string;
	name: string;
	address: string;
	phone: string;
	/** 工作日 8:00—17:30 */
	hours: string[];
}

/** The stations with the hours that they keep at present; kinds of day on which they are closed are left out. */
export async function cardStations(scope: Scope, here: Here): Promise<CardStation[]> {
	return (await hoursPage(scope, here)).map(({ id, name, address, phone, kinds }) => ({
		id,
		name,
		address,
		phone,
		hours: kinds
			.filter(({ hours }) => hours !== m.hours_closed())
			.map((kind) => m.contact_hours({ days: kind.name, hours: kind.hours }))
	}));
}

/**
 * The contact card of a home (温馨联系卡, seed 003).
 * @param asked a building of the address; that of one's own home where there is none
 */
export async function contactCard(scope: Scope, actor: Actor | null, asked: string | null, here: Here) {
	const buildings = await buildingsOf(scope);
	const ownId = actor && (await ownHome(scope, actor))?.buildingId;
	const building =
		buildings.find(({ id }) => id === asked) ?? buildings.find(({ id }) => id === ownId) ?? null;
	const officer = building && (await officersOf(scope)).find(({ gridId }) => gridId === building.gridId);
	const grid = building && (await gridName(scope, building.gridId));
	return {
		building: building && { id: building.id, name: named(building) },
		buildings: buildings.map((one) => ({ value: one.id, label: named(one) })),
		officer: officer ? { name: officer.name, phone: officer.phone, grid: grid ? named(grid) : '' } : null,
		stations: await cardStations(scope, here)
	};
}

/** Who answers for the grid in which the reader lives; null where nobody does, or the reader himself. */
export async function ownOfficer(scope: Scope, actor: Actor): Promise<{ name: string; grid: string } | null> {
	const home = await ownHome(scope, actor);
	const officer = home && (await officersOf(scope)).find(({ gridId }) => gridId === home.gridId);
	if (!officer || officer.personId === actor.personId) return null;
	const grid = await gridName(scope, home.gridId);
	return { name: officer.name, grid: grid ? named(grid) : '' };
}

async function ownHome(scope: Scope, { personId }: Actor): Promise<HomeRow | undefined> {
	const person = await personById(scope, personId);
	return person?.householdId ? homeById(scope, person.householdId) : undefined;
}
