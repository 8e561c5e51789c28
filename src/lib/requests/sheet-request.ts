import type { RequestRow } from '#lib/imports/fields.ts';
import type { NeedKey } from '#lib/skills/needs.ts';
import { needs } from '#lib/skills/needs.ts';
import { longestNote, longestTitle, mostPeople, type Presence } from './requests.ts';

/** A building by its place on the map, metres. */
export interface PlacedBuilding {
	id: string;
	east: number;
	north: number;
}

/** What a row says, with what its need usually is where it says nothing. */
export function sizeOf(row: Pick<RequestRow, 'need' | 'minutes' | 'people'>): {
	minutes: number;
	peopleNeeded: number;
} {
	const need = needs[row.need as NeedKey];
	return {
		minutes: row.minutes ?? need.minutes,
		peopleNeeded: Math.min(mostPeople, row.people ?? need.people)
	};
}

/** A title that fits, and the note: the whole title where it was cut, the details, and `more`. */
export function wordsOf(
	{ title, details }: Pick<RequestRow, 'title' | 'details'>,
	more: string | null
): { title: string; note: string | null } {
	const letters = [...title];
	const fits = letters.length <= longestTitle;
	const lines = [fits ? null : title, details, more].filter((line) => line !== null);
	return {
		title: fits ? title : `${letters.slice(0, longestTitle - 1).join('')}…`,
		note: lines.join('\n').slice(0, longestNote).toWellFormed() || null
	};
}

/** Where the help happens: as its need says, at home only where a building is known. */
export function presenceOf(need: NeedKey, buildingId: string | null): Presence {
	const { presence } = needs[need];
	if (presence === 'telephone' || presence === 'outside') return presence;
	if (buildingId) return 'home';
	return presence === 'either' ? 'telephone' : 'outside';
}

/** The building nearest to a place; null where there is no place or no building. */
export function nearestBuilding(
	place: RequestRow['place'],
	buildings: readonly PlacedBuilding[]
): string | null {
	if (!place) return null;
	let nearest: { id: string | null; distance: number } = { id: null, distance: Infinity };
	for (const { id, east, north } of buildings) {
		const distance = Math.hypot(east - place.east, north - place.north);
		if (distance < nearest.distance) nearest = { id, distance };
	}
	return nearest.id;
}
