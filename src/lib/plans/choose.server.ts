import { isStaff, type Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { deskItems, type DeskItem } from '#lib/matching/desk-list.server.ts';
import { countDesk, deskList, type DeskFilter } from '#lib/matching/desk-queries.server.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { gridsOf, type GridRow } from '#lib/places/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { needsIn } from '#lib/skills/needs.ts';
import type { Here } from '#lib/ui/dates.ts';
import type { ChooseAddress } from './choose-address.ts';
import { mostPlanned } from './plans.ts';
import { isReady } from './ready.ts';

/** What a plan may be made for. */
export interface Choosing {
	/** `ready` ones can be approved from a plan; the others lack something first. */
	requests: { item: DeskItem; ready: boolean }[];
	/** All that there are, listed or not. */
	total: number;
	grids: { value: string; label: string }[];
}

/** Requests for which nobody is being asked, those needed soonest first. */
export async function chooseFrom(
	scope: Scope,
	actor: Actor,
	address: ChooseAddress,
	here: Here
): Promise<Choosing> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const filter: DeskFilter = {
		shelf: 'waiting',
		needs: address.group ? [...needsIn(address.group), ...needsIn(address.group, true)] : [],
		urgency: address.urgency ?? undefined,
		gridId: address.gridId ?? undefined,
		tokens: []
	};
	const total = await countDesk(scope, filter);
	const rows = await deskList(scope, filter, { limit: mostPlanned, offset: 0 });
	const items = await deskItems(scope, rows, here);
	return {
		total,
		grids: (await gridsOf(scope)).map((grid) => ({ value: grid.id, label: gridLabel(grid) })),
		requests: rows.map((row, at) => ({ item: items[at]!, ready: isReady(row, here.now) }))
	};
}

/** A grid by the name that the reader's language has for it. */
export function gridLabel({ name, nameEn }: GridRow): string {
	return getLocale() === 'en' ? nameEn || name : name;
}
