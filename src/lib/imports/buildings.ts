import { buildingKey } from './address.ts';

/** A building of the community, as far as sheets speak of it. */
export interface Building {
	id: string;
	name: string;
	nameEn: string;
	/** The compound whose name stands before the building's. */
	compound?: string;
	/** Where it stands on the community's map, metres. */
	east?: number;
	north?: number;
}

/**
 * How sheets may call the buildings: by their names in Chinese and English and, where that means one building only,
 * without the compound's name: `3号楼` is `东园 3 号楼` where no other compound has a third.
 * @returns `buildingKey` to id
 */
export function buildingsByKey(buildings: readonly Building[]): Map<string, string> {
	const keys = new Map<string, string>();
	for (const { id, name, nameEn } of buildings) {
		keys.set(buildingKey(name), id);
		keys.set(buildingKey(nameEn), id);
	}
	const short = Map.groupBy(buildings, ({ name, compound = '' }) =>
		buildingKey(withoutStart(name, compound))
	);
	for (const [key, [only, ...others]] of short) {
		if (only && others.length === 0 && key !== '' && !keys.has(key)) keys.set(key, only.id);
	}
	return keys;
}

function withoutStart(text: string, start: string): string {
	return text.startsWith(start) ? text.slice(start.length) : text;
}
