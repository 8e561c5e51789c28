import type { Scope } from '#lib/db/client.server.ts';
import { named } from '#lib/hours/words.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { isInForce } from './agreement.ts';
import { partnerKinds, type PartnerKind } from './partners.ts';
import { listUnits, type UnitRow } from './queries.server.ts';
import { kindName } from './words.ts';

/** A unit as everybody sees it: no contact, which is for the desk. */
export interface OpenUnit {
	id: string;
	name: string;
	kind: PartnerKind;
	/** What it does here. */
	words: string;
}

/** Who helps here today, and with what, by kind. */
export async function unitsHere(
	scope: Scope,
	{ now, zone }: Here
): Promise<{ kind: PartnerKind; name: string; units: OpenUnit[] }[]> {
	const today = dayOf(now, zone);
	const rows = (await listUnits(scope)).filter((row) => isInForce(row, today));
	const byKind = Map.groupBy(rows, ({ kind }) => kind);
	return partnerKinds.flatMap((kind) => {
		const units = byKind.get(kind);
		return units ? [{ kind, name: kindName(kind), units: units.map(openly) }] : [];
	});
}

/** The names of the units whose agreement goes on, by id. */
export async function unitNames(scope: Scope): Promise<Map<string, string>> {
	return new Map((await listUnits(scope)).map((row) => [row.id, named(row)]));
}

function openly(row: UnitRow): OpenUnit {
	const words = getLocale() === 'en' && row.wordsEn ? row.wordsEn : row.words;
	return { id: row.id, name: named(row), kind: row.kind, words };
}
