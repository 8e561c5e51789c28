import type { Actor } from '#lib/accounts/people.ts';
import { queryTokens } from '#lib/accounts/search.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { unitNames } from '#lib/partners/open-page.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import type { IconName } from '#lib/ui/icons.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { groupKinds, themes, type GroupKind, type Theme } from './groups.ts';
import { groupLooks, themeLooks } from './looks.ts';
import { placesLeft } from './membership.ts';
import { groupIdsOf, listGroups, memberCounts, type GroupRow } from './queries.server.ts';
import { groupName, inWords, kindName, themeName } from './words.ts';

/** A group in a list. */
export interface GroupLine {
	id: string;
	name: string;
	icon: IconName;
	tone: Tone;
	/** When it meets and how many it has. */
	text: string;
	full: boolean;
	/** The partner unit it belongs to. */
	unit: string | null;
}

/** The groups as somebody asked for them. */
export interface GroupsPage {
	q: string;
	theme: Theme | null;
	/** The themes as tiles, each with how many groups have it; none where something was asked for. */
	tiles: { theme: Theme; name: string; text: string; icon: IconName; tone: Tone }[];
	/** Those that the reader belongs to, has asked or is invited to. */
	mine: GroupLine[];
	/** The others, or all that were asked for, by kind. */
	found: { kind: GroupKind; name: string; groups: GroupLine[] }[];
}

/** Reads the groups by an address: `q` looks for words, `theme` opens one of 六联六建. */
export async function groupsPage(
	scope: Scope,
	actor: Actor | null,
	params: URLSearchParams,
	here: Here
): Promise<GroupsPage> {
	const q = (params.get('q') ?? '').trim().slice(0, 40);
	const theme = q ? null : (themes.find((one) => one === params.get('theme')) ?? null);
	const rows = await listGroups(scope, { tokens: queryTokens(q) });
	const own = actor ? await groupIdsOf(scope, actor.personId, dayOf(here.now, here.zone)) : new Set<string>();
	const counts = await memberCounts(scope);
	const asked = q !== '' || theme !== null;
	const shown = rows.filter((row) => (asked ? !theme || row.theme === theme : !own.has(row.id)));
	const byKind = Map.groupBy(shown, ({ kind }) => kind);
	const units = await unitNames(scope);
	const line = (row: GroupRow) => lineOf(row, counts, units);
	return {
		q,
		theme,
		tiles: asked ? [] : tilesOf(rows),
		mine: asked ? [] : rows.filter(({ id }) => own.has(id)).map(line),
		found: groupKinds.flatMap((kind) => {
			const groups = byKind.get(kind);
			return groups ? [{ kind, name: kindName(kind), groups: groups.map(line) }] : [];
		})
	};
}

/** The groups that somebody belongs to, has asked or is invited to. */
export async function ownGroups(
	scope: Scope,
	{ personId }: Actor,
	{ now, zone }: Here
): Promise<GroupLine[]> {
	const own = await groupIdsOf(scope, personId, dayOf(now, zone));
	if (own.size === 0) return [];
	const counts = await memberCounts(scope);
	const units = await unitNames(scope);
	const rows = (await listGroups(scope, {})).filter(({ id }) => own.has(id));
	return rows.map((row) => lineOf(row, counts, units));
}

function tilesOf(rows: readonly GroupRow[]): GroupsPage['tiles'] {
	const byTheme = Map.groupBy(rows, ({ theme }) => theme);
	return themes.map((theme) => ({
		theme,
		name: themeName(theme),
		text: m.groups_count({ count: byTheme.get(theme)?.length ?? 0 }),
		...themeLooks[theme]
	}));
}

function lineOf(
	row: GroupRow,
	counts: ReadonlyMap<string, number>,
	units: ReadonlyMap<string, string>
): GroupLine {
	const members = counts.get(row.id) ?? 0;
	return {
		id: row.id,
		name: groupName(row),
		...groupLooks[row.kind],
		text: `${inWords(row.meets, row.meetsEn)} · ${m.groups_members_count({ count: members })}`,
		full: placesLeft({ members, places: row.places }) === 0,
		unit: units.get(row.partnerId ?? '') ?? null
	};
}
