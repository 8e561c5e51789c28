import { queryTokens } from '#lib/accounts/search.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { sheetOf, type SheetColumn } from '#lib/records/sheet.server.ts';
import { named } from '#lib/hours/words.ts';
import { dayOf, type Day } from '#lib/shared/time.ts';
import { sayDate, type Here } from '#lib/ui/dates.ts';
import type { Option, Tone } from '#lib/ui/ui.ts';
import { partnerKinds } from './partners.ts';
import { listUnits, type UnitRow } from './queries.server.ts';
import { kindName, stateWords } from './words.ts';

/** A unit in the list of the desk. */
export interface DeskUnit {
	id: string;
	name: string;
	kind: string;
	since: string;
	/** How the agreement stands; null where it just runs. */
	state: { words: string; tone: Tone } | null;
	contact: string;
	phone: string;
}

/** What the desk's list shows: `q` looks for words and pinyin initials, `show=ended` for what was. */
export function readShown(params: URLSearchParams): { q: string; ended: boolean } {
	return { q: (params.get('q') ?? '').slice(0, 40), ended: params.get('show') === 'ended' };
}

/** The units as staff see them. */
export async function deskUnits(
	scope: Scope,
	shown: ReturnType<typeof readShown>,
	{ now, zone }: Here
): Promise<DeskUnit[]> {
	const today = dayOf(now, zone);
	return (await found(scope, shown)).map((row) => ({
		id: row.id,
		name: named(row),
		kind: kindName(row.kind),
		since: sayDate(row.since),
		state: stateWords(row, today),
		contact: row.contactName,
		phone: row.contactPhone
	}));
}

function found(scope: Scope, { q, ended }: ReturnType<typeof readShown>): Promise<UnitRow[]> {
	return listUnits(scope, { tokens: queryTokens(q), ended });
}

/** What the desk's list shows as .xlsx. */
export async function unitsSheet(
	scope: Scope,
	shown: ReturnType<typeof readShown>,
	{ now, zone }: Here
): Promise<Uint8Array<ArrayBuffer>> {
	return sheetOf(columnsOn(dayOf(now, zone)), await found(scope, shown));
}

function columnsOn(today: Day): readonly SheetColumn<UnitRow>[] {
	return [
		{ head: m.partners_col_name, width: 24, value: named },
		{ head: m.partners_col_kind, width: 12, value: ({ kind }) => kindName(kind) },
		{ head: m.partners_col_words, width: 40, value: ({ words }) => words },
		{ head: m.partners_col_contact, width: 14, value: ({ contactName }) => contactName },
		{ head: m.partners_col_phone, width: 16, value: ({ contactPhone }) => contactPhone },
		{ head: m.partners_col_since, width: 12, value: ({ since }) => since },
		{ head: m.partners_col_until, width: 12, value: ({ until }) => until },
		{ head: m.partners_col_state, width: 24, value: (row) => stateWords(row, today)?.words ?? null }
	];
}

/** The kinds to choose from. */
export function kindOptions(): Option[] {
	return partnerKinds.map((value) => ({ value, label: kindName(value) }));
}

/** Units to choose from, by name, without one. */
export async function unitOptions(scope: Scope, except?: string): Promise<Option[]> {
	const rows = await listUnits(scope);
	return rows.filter(({ id }) => id !== except).map((row) => ({ value: row.id, label: named(row) }));
}

/** A unit as its form shows it: texts, as inputs have them. */
export function formValues(row: UnitRow): Record<string, string> {
	const { kind, name, nameEn, words, wordsEn, contactName, contactPhone, since, until } = row;
	return { kind, name, nameEn, words, wordsEn, contactName, contactPhone, since, lastDay: until ?? '' };
}
