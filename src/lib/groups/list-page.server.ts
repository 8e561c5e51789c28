import type { Actor } from '#lib/accounts/people.ts';
import { queryTokens } from '#lib/accounts/search.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Here } from '#lib/ui/dates.ts';
import type { IconName } from '#lib/ui/icons.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { groupKinds, themes, type GroupKind, type Theme } from './groups.ts';
import { groupLooks, themeLooks } from './looks.ts';
import { placesLeft } from './membership.ts';
import { listed, type Listed } from './listed.server.ts';
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
	/** The neighbouring community whose group it is, and whether the reader has to do with it there. */
	home: { name: string; slug: string; known: boolean } | null;
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
	const all = await listed(scope, actor, queryTokens(q), here);
	const asked = q !== '' || theme !== null;
	const shown = all.filter(({ row, mine }) => (asked ? !theme || row.theme === theme : !mine));
	const byKind = Map.groupBy(shown, ({ row }) => row.kind);
	return {
		q,
		theme,
		tiles: asked ? [] : tilesOf(all),
		mine: asked ? [] : all.filter(({ mine }) => mine).map(lineOf),
		found: groupKinds.flatMap((kind) => {
			const groups = byKind.get(kind);
			return groups ? [{ kind, name: kindName(kind), groups: groups.map(lineOf) }] : [];
		})
	};
}

/** The groups that somebody belongs to, has asked or is invited to, here and next door. */
export async function ownGroups(scope: Scope, actor: Actor, here: Here): Promise<GroupLine[]> {
	return (await listed(scope, actor, [], here)).filter(({ mine }) => mine).map(lineOf);
}

function tilesOf(all: readonly Listed[]): GroupsPage['tiles'] {
	const byTheme = Map.groupBy(all, ({ row }) => row.theme);
	return themes.map((theme) => ({
		theme,
		name: themeName(theme),
		text: m.groups_count({ count: byTheme.get(theme)?.length ?? 0 }),
		...themeLooks[theme]
	}));
}

function lineOf({ row, members, unit, mine, home }: Listed): GroupLine {
	return {
		id: row.id,
		name: groupName(row),
		...groupLooks[row.kind],
		text: `${inWords(row.meets, row.meetsEn)} · ${m.groups_members_count({ count: members })}`,
		full: placesLeft({ members, places: row.places }) === 0,
		unit,
		home: home && { name: groupName(home), slug: home.slug, known: mine }
	};
}
