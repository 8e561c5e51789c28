import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { stationById } from '#lib/places/station-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf, type Day } from '#lib/shared/time.ts';
import * as query from './hours-queries.server.ts';
import { daysOfKind, inOrder, type Hours, type OpenKind } from './hours.ts';
import { admitAdmin, admitStaff, rosterOf } from './place.server.ts';

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

/** A day on which a station is open at other hours, or not at all. */
export interface NewException {
	stationId: string;
	day: Day;
	/** Null: closed. */
	hours: Hours | null;
	/** What residents read. */
	reason: string;
}

/**
 * Says of one day that it is out of the ordinary. Any of the staff may: a power cut does not wait for the admin.
 * @throws AppError `not_found`, `invalid` / `past`, `hours_order`
 */
export async function setException(
	scope: Scope,
	actor: Actor,
	{ stationId, day, hours, reason }: NewException,
	now: Date,
	zone: string
): Promise<void> {
	admitStaff(actor);
	if (!(await stationById(scope, stationId))) throw new AppError('not_found');
	if (day < dayOf(now, zone)) throw new AppError('invalid', 'past');
	if (hours && !inOrder([hours])) throw new AppError('invalid', 'hours_order');
	const minutes = { fromMinute: hours?.from ?? null, toMinute: hours?.to ?? null };
	const by = { changedBy: actor.personId, changedAt: now };
	await query.putException(scope, { stationId, day, ...minutes, reason, ...by });
	await recordEvent(scope, rosterOf(scope), 'exception_set', actor.personId, now, {
		day,
		reason,
		...minutes
	});
}

/** A day is as ordinary as others again. @throws AppError `not_found` */
export async function dropException(
	scope: Scope,
	actor: Actor,
	{ stationId, day }: { stationId: string; day: Day },
	now: Date
): Promise<void> {
	admitStaff(actor);
	if (!(await query.dropException(scope, stationId, day))) throw new AppError('not_found');
	await recordEvent(scope, rosterOf(scope), 'exception_dropped', actor.personId, now, { day });
}
