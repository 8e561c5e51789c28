import { queryTokens } from '#lib/accounts/search.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { windowsOf } from '#lib/requests/queries.server.ts';
import { requestName } from '#lib/requests/words.ts';
import { needsIn } from '#lib/skills/needs.ts';
import type { Span } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import type { Tone } from '#lib/ui/ui.ts';
import type { DeskAddress } from './desk-address.ts';
import * as query from './desk-queries.server.ts';
import { personLine, placeName, soonTag } from './desk-words.ts';

export interface Tagged {
	words: string;
	tone: Tone;
}

/** One request in the list, in words. */
export interface DeskItem {
	id: string;
	title: string;
	/** Where and for whom. */
	line: string;
	soon: Tagged;
	/** What is out of the ordinary about it. */
	marks: Tagged[];
}

export interface DeskPage {
	items: DeskItem[];
	total: number;
	pages: number;
	counts: query.DeskCounts;
}

const perPage = 30;

/** The desk's list of requests at one address. */
export async function deskPage(scope: Scope, address: DeskAddress, here: Here): Promise<DeskPage> {
	const filter = filterOf(address);
	const counts = await query.deskCounts(scope);
	const total = await query.countDesk(scope, filter);
	const rows = await query.deskList(scope, filter, { limit: perPage, offset: (address.page - 1) * perPage });
	return {
		items: await deskItems(scope, rows, here),
		total,
		pages: Math.max(1, Math.ceil(total / perPage)),
		counts
	};
}

/** Rows of requests in words. */
export async function deskItems(
	scope: Scope,
	rows: readonly query.DeskRow[],
	here: Here
): Promise<DeskItem[]> {
	const windows = await windowsOf(
		scope,
		rows.map(({ request }) => request.id)
	);
	return rows.map((row) => itemOf(row, windows.get(row.request.id) ?? [], here));
}

function filterOf({ shelf, stage, group, urgency, q }: DeskAddress): query.DeskFilter {
	return {
		shelf,
		stage: stage ?? undefined,
		needs: group ? [...needsIn(group), ...needsIn(group, true)] : [],
		urgency: urgency ?? undefined,
		tokens: queryTokens(q)
	};
}

function itemOf(row: query.DeskRow, windows: readonly Span[], here: Here): DeskItem {
	const { request } = row;
	const people = request.peopleNeeded > 1 ? m.desk_people_needed({ count: request.peopleNeeded }) : null;
	const where = request.presence === 'telephone' ? m.desk_by_telephone() : placeName(row);
	return {
		id: request.id,
		title: requestName(request),
		line: [where, personLine(row, here), people].filter(Boolean).join(' · '),
		soon: soonTag(request, windows, here),
		marks: marksOf(row)
	};
}

/** What is out of the ordinary about a request, in tags. */
export function marksOf({ request, verified, kind, timeProposed, vulnerable }: query.DeskRow): Tagged[] {
	const open = request.life === 'open';
	const marks: (Tagged | false)[] = [
		open && timeProposed && { words: m.desk_mark_other_time(), tone: 'amber' },
		open && request.reopenedAt !== null && { words: m.desk_mark_reopened(), tone: 'red' },
		open && request.triage === 'questioned' && { words: m.desk_mark_questioned(), tone: 'grey' },
		open && !verified && kind !== 'unit' && { words: m.desk_mark_unverified(), tone: 'amber' },
		vulnerable && { words: m.desk_mark_vulnerable(), tone: 'blue' },
		kind === 'unit' && { words: m.desk_mark_unit(), tone: 'blue' },
		request.life === 'cancelled' && { words: m.desk_life_cancelled(), tone: 'grey' },
		request.life === 'closed' && { words: m.desk_life_closed(), tone: 'grey' },
		request.life === 'done' && { words: m.desk_life_done(), tone: 'green' }
	];
	return marks.filter((one) => one !== false);
}
