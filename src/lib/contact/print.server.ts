import { communityKey } from '#lib/accounts/keys.server.ts';
import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { unseal } from '#lib/db/vault.server.ts';
import { named } from '#lib/hours/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { buildingsOf, gridsOf, type BuildingRow } from '#lib/places/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import { cardStations } from './card.server.ts';
import type { PrintedCard } from './cards-pdf.server.ts';
import { homesIn, officersOf } from './queries.server.ts';

/** A building, or all buildings of a grid. */
export type Part = { building: string } | { grid: string };

/** What is the same on all cards. */
export interface CardFrame {
	community: { name: string; phone: string };
	/** Address of the community's contact page. */
	address: string;
}

/**
 * The cards of all homes of a building or a grid; of a building in which no home is known, one for its door. That doors
 * were opened for it is written down.
 * @throws AppError `not_allowed`; `not_found`
 */
export async function printCards(
	scope: Scope,
	actor: Actor,
	part: Part,
	frame: CardFrame,
	here: Here
): Promise<{ title: string; cards: PrintedCard[] }> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const buildings = (await buildingsOf(scope)).filter((one) =>
		'building' in part ? one.id === part.building : one.gridId === part.grid
	);
	const [first] = buildings;
	if (!first) throw new AppError('not_found');
	const grids = new Map((await gridsOf(scope)).map((grid) => [grid.id, named(grid)]));
	const officers = new Map((await officersOf(scope)).map((one) => [one.gridId, one]));
	const [station] = await cardStations(scope, here);
	const doors = await doorsOf(scope, buildings);
	const cards = buildings.flatMap((building) => {
		const officer = officers.get(building.gridId);
		const shared = {
			...frame,
			grid: grids.get(building.gridId) ?? '',
			officer: officer ? { name: officer.name, phone: officer.phone ?? frame.community.phone } : null,
			station: station?.name ?? '',
			hours: station?.hours.join(m.hours_comma()) ?? '',
			address: `${frame.address}?building=${building.id}`
		};
		const homes = doors.get(building.id) ?? [''];
		return homes.map((door) => ({ ...shared, home: `${named(building)} ${door}`.trim() }));
	});
	await recordEvent(scope, { kind: 'grid', id: first.gridId }, 'cards_printed', actor.personId, here.now, {
		homes: cards.length
	});
	return { title: 'building' in part ? named(first) : (grids.get(first.gridId) ?? ''), cards };
}

/** The doors of each building that has known homes, in order. */
async function doorsOf(scope: Scope, buildings: readonly BuildingRow[]): Promise<Map<string, string[]>> {
	const key = await communityKey(scope);
	const homes = await homesIn(
		scope,
		buildings.map(({ id }) => id)
	);
	const doors = Map.groupBy(homes, ({ buildingId }) => buildingId);
	const inOrder = new Intl.Collator('zh-CN', { numeric: true }).compare;
	return new Map(
		[...doors].map(([buildingId, rows]) => [
			buildingId,
			rows.map(({ id, doorSealed }) => unseal(key, doorSealed, `households.door:${id}`)).sort(inOrder)
		])
	);
}
