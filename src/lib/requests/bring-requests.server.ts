import { addPeople } from '#lib/accounts/add-people.server.ts';
import { communityKey, sealFor, type KeyHolder } from '#lib/accounts/keys.server.ts';
import { knownPeople } from '#lib/accounts/known-people.server.ts';
import { recordEvents } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import type { RequestRow } from '#lib/imports/fields.ts';
import type { GoodRow } from '#lib/imports/read-rows.ts';
import type { Brought, Importing, Progress } from '#lib/imports/targets.server.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { buildingsOf } from '#lib/places/queries.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf, type Day, type Span } from '#lib/shared/time.ts';
import type { NeedKey } from '#lib/skills/needs.ts';
import { deadlineSet } from './deadline.server.ts';
import { whoIsHelped, type Helped } from './helped.ts';
import * as query from './import-queries.server.ts';
import { nearestBuilding, presenceOf, sizeOf, wordsOf, type PlacedBuilding } from './sheet-request.ts';
import { windowMaker } from './sheet-windows.ts';
import { urgencyFor } from './windows.ts';

/** So many requests are written between two words about how far it is. */
const atATime = 500;

/** Writes requests for the rows of a sheet, and the people and units for whom nobody has asked before. */
export async function bringRequests(
	scope: Scope,
	rows: readonly GoodRow<RequestRow>[],
	importing: Importing,
	progress: Progress
): Promise<Brought[]> {
	const { by, now, zone } = importing;
	const { people, personOf } = await bringPeople(scope, rows, importing);
	const holders = await query.keyHolders(scope, [...new Set(rows.map(({ row }) => personOf(row).id))]);
	const buildings = await buildingsOf(scope);
	const around = { parent: await communityKey(scope), buildings, importing, today: dayOf(now, zone) };
	const windowsOf = windowsIn(importing);
	const requests: Brought[] = [];
	const windows: { requestId: string; during: Span }[] = [];
	for (let from = 0; from < rows.length; from += atATime) {
		const some = rows.slice(from, from + atATime).map(({ row, value }) => {
			const { id, home } = personOf(row);
			const spans = windowsOf(value);
			const made = requestOf(value, { ...around, home, holder: holders.get(id)!, windows: spans });
			requests.push({ row, kind: 'request', id: made.id });
			windows.push(...spans.map((during) => ({ requestId: made.id, during })));
			return made;
		});
		await query.addRequests(scope, some);
		await enqueue(scope, deadlineSet, { requestIds: some.map(({ id }) => id) });
		await progress(requests.length);
	}
	await query.addWindows(scope, windows);
	const brought = [...people, ...requests];
	await recordEvents(scope, brought, 'imported', by.personId, now);
	return brought;
}

/** When each row's help may happen. */
export function windowsIn({ now, zone }: Importing): (row: RequestRow) => Span[] {
	const windows = windowMaker({ now, zone, today: dayOf(now, zone) });
	return (row) => windows(row, sizeOf(row).minutes);
}

/** Whom each row is for, by its number. */
export async function helpedIn(
	scope: Scope,
	rows: readonly GoodRow<RequestRow>[]
): Promise<Map<number, Helped>> {
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

/** Adds those whom the community does not know. @returns them, and whom each row is for with the building of the home */
async function bringPeople(scope: Scope, rows: readonly GoodRow<RequestRow>[], { by, now }: Importing) {
	const helped = await helpedIn(scope, rows);
	const newcomers = newcomersIn(rows, helped);
	const people = newcomers.map(({ person }) => ({ ...person, verifiedBy: by.personId }));
	const added = await addPeople(scope, people, now);
	const idOf = new Map(newcomers.map(({ key }, at) => [key, added[at]!]));
	return {
		people: newcomers.map(({ row }, at): Brought => ({ row, kind: 'person', id: added[at]! })),
		personOf(row: number) {
			const { known, key } = helped.get(row)!;
			return { id: known?.id ?? idOf.get(key)!, home: known?.buildingId ?? null };
		}
	};
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
