import { queryTokens } from '#lib/accounts/search.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { sayMinutes, type Here } from '#lib/ui/dates.ts';
import type { IconName } from '#lib/ui/icons.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { serviceGroups, type ServiceGroup } from './booking.ts';
import { byGroup, groupLooks, serviceIcon } from './catalogue.ts';
import { listServices, openingsOf, type Opening } from './catalogue-queries.server.ts';
import type { ServiceRow } from './queries.server.ts';
import { groupName, openingWords } from './service-words.ts';
import { inWords } from './words.ts';

/** A heading of the catalogue as a tile. */
export interface GroupTile {
	group: ServiceGroup;
	name: string;
	icon: IconName;
	tone: Tone;
	/** Some of what it holds. */
	examples: string;
}

/** A service in a list. */
export interface ServiceLine {
	id: string;
	name: string;
	icon: IconName;
	tone: Tone;
	/** How long it takes and when it is to be had. */
	text: string;
	openNow: boolean;
	walkIn: boolean;
}

/** The catalogue as somebody asked for it: its headings, and the services of one or those that were looked for. */
export interface CataloguePage {
	q: string;
	group: ServiceGroup | null;
	tiles: GroupTile[];
	/** Empty where the headings are shown. */
	found: { group: ServiceGroup; name: string; services: ServiceLine[] }[];
}

const examplesShown = 2;

/** Reads the catalogue by an address: `q` looks for words, `group` opens a heading. */
export async function cataloguePage(
	scope: Scope,
	params: URLSearchParams,
	here: Here
): Promise<CataloguePage> {
	const q = (params.get('q') ?? '').trim().slice(0, 40);
	const group = q ? null : (serviceGroups.find((one) => one === params.get('group')) ?? null);
	const rows = await listServices(scope, { tokens: queryTokens(q) });
	const shown = group ? rows.filter((row) => row.group === group) : q ? rows : [];
	const openings = shown.length > 0 ? await openingsOf(scope, here.now) : [];
	const openingOf = new Map(openings.map((one) => [one.serviceId, one]));
	return {
		q,
		group,
		tiles: q ? [] : byGroup(rows).map(([one, all]) => tileOf(one, all)),
		found: byGroup(shown).map(([one, all]) => ({
			group: one,
			name: groupName(one),
			services: all.map((row) => lineOf(row, openingOf.get(row.id), here))
		}))
	};
}

function tileOf(group: ServiceGroup, rows: readonly ServiceRow[]): GroupTile {
	const examples = rows
		.slice(0, examplesShown)
		.map((row) => inWords(row))
		.join(m.services_comma());
	return { group, name: groupName(group), ...groupLooks[group], examples };
}

function lineOf(row: ServiceRow, opening: Opening | undefined, here: Here): ServiceLine {
	const length = m.services_about_minutes({ length: sayMinutes(row.minutes) });
	return {
		id: row.id,
		name: inWords(row),
		icon: serviceIcon(row.icon, row.group),
		tone: groupLooks[row.group].tone,
		text: `${length} · ${openingWords(opening, here)}`,
		openNow: Boolean(opening?.openUntil),
		walkIn: row.walkIn
	};
}
