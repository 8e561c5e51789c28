import type { Scope } from '#lib/db/client.server.ts';
import { named } from '#lib/hours/words.ts';
import { buildingsOf } from '#lib/places/queries.server.ts';
import { facilityKinds, nearestOfKinds, type FacilityKind } from './reach.ts';
import { sheetOf, type SheetColumn } from '#lib/records/sheet.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { facilitiesOf } from './facilities.server.ts';
import { facilityName } from './facility-words.ts';

/** A building with how far the nearest of each kind is. */
export interface GapLine {
	id: string;
	compound: string;
	name: string;
	/** Straight metres to the nearest of a kind; a kind of which there is none at all is left out. */
	metres: Partial<Record<FacilityKind, number>>;
	lacks: FacilityKind[];
}

/** Which buildings lack what within ten minutes on foot. */
export async function gapLines(scope: Scope): Promise<GapLine[]> {
	const facilities = await facilitiesOf(scope);
	return (await buildingsOf(scope)).map((building) => {
		const nearest = nearestOfKinds(building, facilities);
		return {
			id: building.id,
			compound: named({ name: building.compound, nameEn: building.compoundEn }),
			name: named(building),
			metres: Object.fromEntries([...nearest].map(([kind, { metres }]) => [kind, metres])),
			lacks: facilityKinds.filter((kind) => !nearest.get(kind)?.near)
		};
	});
}

/**
 * The same for a page.
 * @param lacking only buildings without this; `any` those without something
 */
export async function gapsPage(scope: Scope, lacking: FacilityKind | 'any' | null) {
	const all = await gapLines(scope);
	const lines = all.filter(
		({ lacks }) => lacking === null || (lacking === 'any' ? lacks.length > 0 : lacks.includes(lacking))
	);
	const kinds = facilityKinds.map((kind) => ({
		kind,
		name: facilityName(kind),
		lacking: all.filter(({ lacks }) => lacks.includes(kind)).length
	}));
	return { lines, kinds, total: all.length, complete: all.filter(({ lacks }) => lacks.length === 0).length };
}

/** The table as .xlsx, metres to the nearest of each kind. */
export function gapsSheet(lines: readonly GapLine[]): Promise<Uint8Array<ArrayBuffer>> {
	const kinds = facilityKinds.map((kind): SheetColumn<GapLine> => ({
		head: () => facilityName(kind),
		width: 14,
		value: ({ metres }) => metres[kind] ?? ''
	}));
	return sheetOf(
		[
			{ head: m.venues_col_compound, width: 16, value: ({ compound }) => compound },
			{ head: m.venues_col_building, width: 20, value: ({ name }) => name },
			...kinds,
			{
				head: m.venues_col_lacks,
				width: 40,
				value: ({ lacks }) => lacks.map(facilityName).join(m.hours_comma())
			}
		],
		lines
	);
}

/** What an address asks for; what is broken in it is as if it were not there. */
export function readLacking(params: URLSearchParams): FacilityKind | 'any' | null {
	const asked = params.get('lacks');
	return asked === 'any' ? asked : (facilityKinds.find((kind) => kind === asked) ?? null);
}
