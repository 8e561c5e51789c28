import { isStaff, type Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { groupIdsOf, listGroups, rightsIn } from '#lib/groups/queries.server.ts';
import { mayPlan } from '#lib/groups/rights.ts';
import { m } from '#lib/paraglide/messages.js';
import { venuesOf } from '#lib/places/venue-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import type { Option } from '#lib/ui/ui.ts';
import { nameOf } from './words.ts';

/** For whom somebody may plan: staff for the community and every group, others for the groups that they lead. */
export async function planGroups(scope: Scope, actor: Actor, { now, zone }: Here): Promise<Option[]> {
	const all = await listGroups(scope, {});
	const option = (row: (typeof all)[number]) => ({ value: row.id, label: nameOf(row) });
	if (isStaff(actor)) return [{ value: '', label: m.activities_community() }, ...all.map(option)];
	const day = dayOf(now, zone);
	const own = await groupIdsOf(scope, actor.personId, day);
	const led: Option[] = [];
	for (const row of all.filter(({ id }) => own.has(id))) {
		const standing = await rightsIn(scope, row.id, actor.personId, day);
		if (standing && mayPlan(actor, standing)) led.push(option(row));
	}
	return led;
}

/**
 * What can be chosen in the form of an activity.
 * @throws AppError `not_found` for who plans for nobody
 */
export async function formPage(scope: Scope, actor: Actor, here: Here) {
	const groups = await planGroups(scope, actor, here);
	if (groups.length === 0) throw new AppError('not_found');
	const venues = (await venuesOf(scope)).filter(({ closed }) => !closed);
	return {
		groups,
		venues: venues.map((row) => ({
			value: row.id,
			label: m.activities_venue_seats({ name: nameOf(row), seats: row.seats })
		}))
	};
}
