import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { addDays, dayOf, type Day } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { cancelVenueBooking } from '#lib/venues/cancel.server.ts';
import { moveVenueBooking } from '#lib/venues/move.server.ts';
import { duringOn } from './during.ts';
import * as query from './queries.server.ts';
import { remindOn } from './remind.server.ts';
import { ledActivity, ledDate } from './rights.server.ts';
import { farthestDays } from './dates-ahead.ts';
import { callOffSignUps, listSignUps } from './sign-up-queries.server.ts';
import { tell } from './tell.server.ts';

/** Where a date goes. */
export interface DateMove {
	occurrenceId: string;
	/** As it was seen: nobody moves what he did not see. */
	sequence: number;
	day: Day;
	/** Minute of the local day. */
	startMinute: number;
	/** For those who come. */
	reason: string | null;
}

/**
 * Moves one date; seats and sign-ups stay, and those who come are told.
 * @throws AppError `not_found`; `changed_meanwhile` / `activities_date`; `invalid` / `day` for the past and for what is too far; what `moveVenueBooking`
 *   throws where the venue is taken
 */
export async function moveDate(scope: Scope, actor: Actor, move: DateMove, here: Here): Promise<void> {
	const { activity, date } = await lockDate(scope, actor, move, here);
	const { day, startMinute, reason } = move;
	const during = duringOn({ ...activity, startMinute }, day, here.zone);
	const last = addDays(dayOf(here.now, here.zone), farthestDays);
	if (during.start <= here.now || day > last) throw new AppError('invalid', 'day');
	if (date.venueBookingId) {
		await moveVenueBooking(scope, actor.personId, { id: date.venueBookingId, during }, here);
	}
	const localDay = dayOf(during.start, here.zone);
	const change = { during, localDay, reason, sequence: date.sequence + 1 };
	await query.changeOccurrence(scope, date.id, change);
	await remindOn(scope, localDay, here);
	const from = date.during.start.toISOString();
	await recordEvent(scope, { kind: 'occurrence', id: date.id }, 'moved', actor.personId, here.now, { from });
	const people = await listSignUps(scope, activity.id, date.id);
	const news = { activity, at: during.start, about: `${date.id}:${change.sequence}`, reason };
	const ids = people.map(({ personId }) => personId);
	await tell(scope, 'activity_moved', ids, news, here.now);
}

/**
 * Cancels one date; those who come are told, and who signed up for it alone is free again.
 * @throws AppError `not_found`; `changed_meanwhile` / `activities_date`
 */
export async function cancelDate(
	scope: Scope,
	actor: Actor,
	wish: { occurrenceId: string; sequence: number; reason: string },
	here: Here
): Promise<void> {
	const { activity, date } = await lockDate(scope, actor, wish, here);
	const people = await listSignUps(scope, activity.id, date.id);
	await endDate(scope, actor, date, wish.reason, here);
	await callOffSignUps(scope, { activityId: activity.id, occurrenceId: date.id }, here.now);
	const about = `${date.id}:${date.sequence + 1}`;
	const news = { activity, at: date.during.start, about, reason: wish.reason };
	const ids = people.map(({ personId }) => personId);
	await tell(scope, 'activity_date_cancelled', ids, news, here.now);
}

/**
 * Calls an activity off: all dates that are left are cancelled, those who come are told, what was stays.
 * @throws AppError `not_found`; `changed_meanwhile` / `activities_version`
 */
export async function cancelActivity(
	scope: Scope,
	actor: Actor,
	{ id, version, reason }: { id: string; version: number; reason: string },
	here: Here
): Promise<void> {
	const activity = await ledActivity(scope, actor, id, here, query.activityForUpdate);
	if (activity.version !== version || activity.status === 'cancelled') {
		throw new AppError('changed_meanwhile', 'activities_version');
	}
	await query.changeActivity(scope, id, { status: 'cancelled' });
	const dates = await query.datesAhead(scope, id, here.now);
	for (const date of dates) await endDate(scope, actor, date, reason, here);
	const told = await callOffSignUps(scope, { activityId: id, occurrenceId: null }, here.now);
	const at = dates[0]?.during.start ?? here.now;
	await tell(scope, 'activity_cancelled', told, { activity, at, about: id, reason }, here.now);
	await recordEvent(scope, { kind: 'activity', id }, 'cancelled', actor.personId, here.now);
}

async function endDate(
	scope: Scope,
	actor: Actor,
	{ id, sequence, venueBookingId }: query.OccurrenceRow,
	reason: string,
	here: Here
): Promise<void> {
	await query.changeOccurrence(scope, id, { status: 'cancelled', reason, sequence: sequence + 1 });
	if (venueBookingId) await cancelVenueBooking(scope, actor.personId, { id: venueBookingId, reason }, here);
	await recordEvent(scope, { kind: 'occurrence', id }, 'cancelled', actor.personId, here.now);
}

/** A date that lies ahead, with its activity locked: nobody signs up meanwhile. */
async function lockDate(
	scope: Scope,
	actor: Actor,
	{ occurrenceId, sequence }: { occurrenceId: string; sequence: number },
	here: Here
) {
	const found = await ledDate(scope, actor, occurrenceId, here, query.activityForUpdate);
	const { status, during, sequence: now } = found.date;
	if (status !== 'planned' || now !== sequence || during.start <= here.now) {
		throw new AppError('changed_meanwhile', 'activities_date');
	}
	return found;
}
