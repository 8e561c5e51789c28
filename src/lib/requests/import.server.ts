import { addPeople } from '#lib/accounts/add-people.server.ts';
import { communityKey, sealFor, type KeyHolder } from '#lib/accounts/keys.server.ts';
import { knownPeople } from '#lib/accounts/known-people.server.ts';
import { recordEvents } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { requestDuplicates, requestFields, type RequestRow } from '#lib/imports/fields.ts';
import type { RowError } from '#lib/imports/read-row.ts';
import type { GoodRow } from '#lib/imports/read-rows.ts';
import { withChoices } from '#lib/imports/target.ts';
import type { Brought, Importing, ImportTarget, Progress } from '#lib/imports/targets.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { buildingsOf } from '#lib/places/queries.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf, type Day, type Span } from '#lib/shared/time.ts';
import { isNeed, needKeys, type NeedKey } from '#lib/skills/needs.ts';
import { needName } from '#lib/skills/words.ts';
import { whoIsHelped, type Helped } from './helped.ts';
import * as query from './import-queries.server.ts';
import { nearestBuilding, presenceOf, sizeOf, wordsOf, type PlacedBuilding } from './sheet-request.ts';
import { windowMaker } from './sheet-windows.ts';
import { takeRequestsBack } from './take-back.server.ts';
import { urgencyFor } from './windows.ts';

const need = needKeys.map((key) => ({ key, words: [needName(key, 'zh-CN'), needName(key, 'en')] }));

/** So many requests are written between two words about how far it is. */
const atATime = 500;

/**
 * Sheets of requests, asked by the staff who bring them for people or partner units: found by phone, by name and
 * building, or by name; else added, and verified, since staff answer for them. The free words go sealed into the note.
 */
export const requestsTarget: ImportTarget<RequestRow> = {
	key: 'requests',
	fields: withChoices(requestFields, { need }),
	duplicates: requestDuplicates,
	buildings: buildingsOf,
	nameOf: (field, key) => (field === 'need' && isNeed(key) ? needName(key) : undefined),
	faults,
	bring,
	takeBack: takeRequestsBack
};

async function faults(
	scope: Scope,
	rows: readonly GoodRow<RequestRow>[],
	importing: Importing
): Promise<Map<number, RowError>> {
	const helped = await helpedIn(scope, rows);
	const windowsOf = windowsIn(importing);
	return new Map(
		rows.flatMap(({ row, value }) => {
			const isOver = windowsOf(value).length === 0;
			const fault = helped.get(row)?.fault ?? (isOver ? dayOver(value) : null);
			return fault ? [[row, fault] as const] : [];
		})
	);
}

function dayOver(row: RequestRow): RowError {
	const field = row.toDay ? 'toDay' : 'fromDay';
	return { field, code: 'day_over', params: { value: row[field] ?? '' } };
}

function windowsIn({ now, zone }: Importing): (row: RequestRow) => Span[] {
	const windows = windowMaker({ now, zone, today: dayOf(now, zone) });
	return (row) => windows(row, sizeOf(row).minutes);
}

/** Whom each row is for, by its number. */
async function helpedIn(scope: Scope, rows: readonly GoodRow<RequestRow>[]): Promise<Map<number, Helped>> {
	const named = rows.map(({ value: { onBehalfOf, phone, building } }) => ({
		name: onBehalfOf,
		phone,
		building
	}));
	const known = await knownPeople(scope, named);
	return new Map(
		rows.map(({ row, value }, at) => [row, whoIsHelped(named[at]!, value.need as NeedKey, known)])
	);
}

async function bring(
	scope: Scope,
	rows: readonly GoodRow<RequestRow>[],
	importing: Importing,
	progress: Progress
): Promise<Brought[]> {
	const { by, now } = importing;
	const helped = await helpedIn(scope, rows);
	const newcomers = newcomersIn(rows, helped);
	const added = await addPeople(
		scope,
		newcomers.map(({ person }) => ({ ...person, verifiedBy: by.personId })),
		now
	);
	const idOf = new Map(newcomers.map(({ key }, at) => [key, added[at]!]));
	const people = newcomers.map(({ row }, at): Brought => ({ row, kind: 'person', id: added[at]! }));

	const buildings = await buildingsOf(scope);
	const personOf = ({ row }: GoodRow<RequestRow>) => {
		const one = helped.get(row)!;
		return { id: one.known?.id ?? idOf.get(one.key)!, home: one.known?.buildingId ?? null };
	};
	const holders = await query.keyHolders(scope, [...new Set(rows.map((row) => personOf(row).id))]);
	const parent = await communityKey(scope);
	const windowsOf = windowsIn(importing);
	const today = dayOf(now, importing.zone);
	const requests: Brought[] = [];
	for (let from = 0; from < rows.length; from += atATime) {
		const some = rows.slice(from, from + atATime).map((good) => {
			const person = personOf(good);
			const holder = holders.get(person.id)!;
			const windows = windowsOf(good.value);
			return requestOf(good.value, { ...person, holder, parent, buildings, windows, importing, today });
		});
		await query.addRequests(scope, some);
		requests.push(...some.map(({ id }, at): Brought => ({ row: rows[from + at]!.row, kind: 'request', id })));
		await progress(requests.length);
	}
	const brought = [...people, ...requests];
	await recordEvents(scope, brought, 'imported', by.personId, now);
	return brought;
}

/** Those to be added, each once, with the row that speaks of them first. */
function newcomersIn(rows: readonly GoodRow<RequestRow>[], helped: ReadonlyMap<number, Helped>) {
	const first = new Map<string, { key: string; row: number; person: Helped['person'] }>();
	for (const { row } of rows) {
		const one = helped.get(row)!;
		if (!one.known && !first.has(one.key)) first.set(one.key, { key: one.key, row, person: one.person });
	}
	return [...first.values()];
}

interface Surroundings {
	/** The building where the one helped lives. */
	home: string | null;
	holder: KeyHolder;
	parent: Buffer;
	buildings: readonly PlacedBuilding[];
	windows: Span[];
	importing: Importing;
	today: Day;
}

function requestOf(row: RequestRow, around: Surroundings) {
	const { home, holder, parent, buildings, windows, today } = around;
	const { id: importId, by, now, zone } = around.importing;
	const id = newId();
	const key = row.need as NeedKey;
	const deadline = windows.at(-1)!.end;
	const buildingId = row.building ?? nearestBuilding(row.place, buildings) ?? home;
	const presence = presenceOf(key, buildingId);
	const { title, note } = wordsOf(
		row,
		row.recurring ? m.imports_note_recurring({}, { locale: 'zh-CN' }) : null
	);
	return {
		...sizeOf(row),
		id,
		importId,
		title,
		presence,
		windows,
		deadline,
		need: key,
		forPersonId: holder.id,
		askedBy: by.personId,
		receivedBy: by.personId,
		buildingId: presence === 'telephone' ? null : buildingId,
		urgency: urgencyFor({ when: 'date', part: 'any', date: dayOf(deadline, zone) }, today),
		noteSealed: note ? sealFor(parent, holder, note, `requests.note:${id}`) : null,
		life: 'open' as const,
		triage: 'new' as const,
		createdAt: now,
		updatedAt: now
	};
}
