import { themeName } from '#lib/groups/words.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { sayWhen, type Here } from '#lib/ui/dates.ts';
import { deskActivities, type DeskActivity } from './list-queries.server.ts';
import { heldOfOwn } from './story-queries.server.ts';
import { kindWords, nameOf } from './words.ts';

export const deskShelves = ['ahead', 'draft', 'past', 'all'] as const;
export type DeskShelf = (typeof deskShelves)[number];

/** All activities with their figures. */
export const deskList = (scope: Scope, now: Date): Promise<DeskActivity[]> => deskActivities(scope, now);

/** Staff's list of activities with figures. */
export async function deskPage(scope: Scope, params: URLSearchParams, here: Here) {
	const show = deskShelves.find((one) => one === params.get('show')) ?? 'ahead';
	const all = await deskList(scope, here.now);
	return {
		show,
		/** Stories of the community's own activities that wait, on whatever shelf these are. */
		stories: (await heldOfOwn(scope)).map(({ id, count, ...named }) => ({ id, count, name: nameOf(named) })),
		rows: all.filter((one) => isOn(show, one)).map((one) => rowOf(one, here))
	};
}

function isOn(show: DeskShelf, { activity, left }: DeskActivity): boolean {
	if (show === 'all') return true;
	if (show === 'draft') return activity.status === 'draft';
	return activity.status !== 'draft' && left > 0 === (show === 'ahead');
}

function rowOf({ activity, group, next, ...figures }: DeskActivity, here: Here) {
	return {
		...figures,
		id: activity.id,
		name: nameOf(activity),
		group: group && nameOf(group),
		kind: kindWords(activity.kind),
		theme: themeName(activity.theme),
		status: activity.status,
		seats: activity.seats,
		next: next && sayWhen(next, here)
	};
}
