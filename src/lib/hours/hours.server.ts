import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { stationById } from '#lib/places/station-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf, type Day } from '#lib/shared/time.ts';
import * as query from './hours-queries.server.ts';
import { daysOfKind, inOrder, type Hours, type OpenKind } from './hours.ts';
import { admitAdmin, rosterOf } from './place.server.ts';

/** When a station is open on days of one kind, from a day on. */
export interface NewHours {
	stationId: string;
	kind: OpenKind;
	since: Day;
	/** One after the other; none where it is closed. */
	hours: readonly Hours[];
}

/**
 * Says when a station is open from a day on; what held until then ends with the day before, what was to begin later is
 * replaced.
 * @throws AppError `not_found`, `invalid` / `past` for a day that is over, `hours_order`
 */
export async function setHours(
	scope: Scope,
	actor: Actor,
	{ stationId, kind, since, hours }: NewHours,
	now: Date,
	zone: string
): Promise<void> {
	admitAdmin(actor);
	if (!(await stationById(scope, stationId))) throw new AppError('not_found');
	if (since < dayOf(now, zone)) throw new AppError('invalid', 'past');
	if (!inOrder(hours)) throw new AppError('invalid', 'hours_order');
	await query.holdHours(scope, stationId);
	await query.endRules(scope, stationId, daysOfKind(kind), since);
	const rows = hours.map(({ from, to }) => ({ fromMinute: from, toMinute: to }));
	const rule = { stationId, ...daysOfKind(kind), since, until: null };
	await query.addRules(
		scope,
		rows.map((row) => ({ id: newId(), ...rule, ...row }))
	);
	const said = hours.map(({ from, to }) => `${from}-${to}`).join(' ');
	await recordEvent(scope, rosterOf(scope), 'hours_set', actor.personId, now, {
		kind,
		since,
		hours: said
	});
}
