import type { Actor } from '#lib/accounts/people.ts';
import { homeById } from '#lib/accounts/household-queries.server.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { named } from '#lib/hours/words.ts';
import { tenMinuteCircle } from '#lib/matching/distance.ts';
import { pictureOf } from '#lib/matching/picture.ts';
import { buildingsOf } from '#lib/places/queries.server.ts';
import { facilityKinds, lackingFrom, seenFrom } from './reach.ts';
import { facilitiesOf } from './facilities.server.ts';
import { facilityLook, facilityName } from './facility-words.ts';

/** Units of the drawing. */
const [width, height] = [360, 330];

/**
 * What lies within ten minutes on foot of a building, and what does not; without a building, all there is.
 * @param asked a building of the address; that of one's own home where there is none
 */
export async function circlePage(scope: Scope, actor: Actor | null, asked: string | null) {
	const buildings = await buildingsOf(scope);
	const ownId = actor && (await ownBuilding(scope, actor));
	const building =
		buildings.find(({ id }) => id === asked) ?? buildings.find(({ id }) => id === ownId) ?? null;
	const facilities = await facilitiesOf(scope);
	const seen = building
		? seenFrom(building, facilities)
		: facilities.map((one) => ({ ...one, metres: null, minutes: null, near: true }));
	const rows = seen.map((one, at) => ({
		...one,
		number: String(at + 1),
		kind: facilityName(one.kind),
		...facilityLook(one.kind)
	}));
	const shown = rows.filter(({ near }) => near);
	const people = shown.map(({ number, east, north }) => ({ label: number, point: { east, north } }));
	const picture = pictureOf({ place: building, people, buildings }, width, height);
	return {
		building: building && { id: building.id, name: named(building) },
		buildings: buildings.map((one) => ({ value: one.id, label: named(one) })),
		near: shown,
		far: rows.filter(({ near }) => !near),
		lacking: building ? lackingFrom(building, facilities).map(facilityName) : [],
		kinds: facilityKinds.length,
		picture,
		ring: picture && (tenMinuteCircle * picture.scale.length) / picture.scale.metres
	};
}

async function ownBuilding(scope: Scope, { personId }: Actor): Promise<string | null> {
	const person = await personById(scope, personId);
	const home = person?.householdId ? await homeById(scope, person.householdId) : undefined;
	return home?.buildingId ?? null;
}
