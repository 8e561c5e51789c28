import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { isAtVisitHours } from '#lib/matching/visit-hours.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf, minute, type Day, type Weekday } from '#lib/shared/time.ts';
import { moveTask, nextVisits } from '#lib/tasks/queries.server.ts';
import { sayDay } from '#lib/ui/dates.ts';
import * as query from './pair-queries.server.ts';
import type { PauseReason, Rhythm } from './pairings.ts';
import { pauseEnds } from './pause-days.ts';
import { campaignById } from './queries.server.ts';
import { tellResident } from './tell.server.ts';
import { tendPairing } from './tend.server.ts';

async function pairingToLookAfter(scope: Scope, actor: Actor, id: string): Promise<query.PairingRow> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const pairing = await query.pairingForUpdate(scope, id);
	if (!pairing) throw new AppError('not_found');
	return pairing;
}

/**
 * Visits rest from a day to another, both included; the one ahead that falls into it is off, and they go on by themselves
 * afterwards.
 * @throws AppError `invalid` / `from` after the campaign, `from_past` over a year ago, `until` for a last day in the past, out of order or too late
 */
export async function pausePairing(
	scope: Scope,
	actor: Actor,
	given: { id: string; from: Day; until: Day; reason: PauseReason },
	now: Date,
	zone: string
): Promise<void> {
	const pairing = await pairingToLookAfter(scope, actor, given.id);
	const { from, until, reason } = given;
	await checkPause(scope, pairing, given, dayOf(now, zone));
	const pause = { pausedFrom: from, pausedUntil: until, pauseReason: reason };
	if (!(await query.movePairing(scope, pairing.id, 'paused', pause))) {
		throw new AppError('changed_meanwhile', 'pairing');
	}
	const visit = (await nextVisits(scope, [pairing.id])).get(pairing.id);
	const off = { status: 'cancelled' as const, reason: 'paused', endedAt: now };
	// one before the pause begins is kept
	if (visit && dayOf(visit.during.start, zone) >= from) await moveTask(scope, visit.id, ['planned'], off);
	await recordEvent(scope, { kind: 'pairing', id: pairing.id }, 'paused', actor.personId, now, {
		from,
		until,
		reason
	});
	await tellBoth(scope, pairing, 'pairing_paused', now, `${pairing.id}:${from}`);
	await tendPairing(scope, { pairingId: pairing.id }, now);
}

async function checkPause(
	scope: Scope,
	{ campaignId }: query.PairingRow,
	{ from, until }: { from: Day; until: Day },
	today: Day
): Promise<void> {
	const { toDay } = (await campaignById(scope, campaignId))!;
	const { first, last } = pauseEnds(from, today, toDay);
	const days = { first: sayDay(first, today), last: sayDay(last, today) };
	if (first > last) throw new AppError('invalid', from < today ? 'from_past' : 'from', days);
	if (until < first || until > last) throw new AppError('invalid', 'until', days);
}

/**
 * Visits go on before the pause is over. Those that the pause called off stay off: both have been told so.
 * @returns when the next visit begins; null where none was found
 */
export async function resumePairing(scope: Scope, actor: Actor, id: string, now: Date): Promise<Date | null> {
	const pairing = await pairingToLookAfter(scope, actor, id);
	if (pairing.status !== 'paused') throw new AppError('changed_meanwhile', 'pairing');
	await query.movePairing(scope, id, 'going_on', { pausedFrom: null, pausedUntil: null });
	await recordEvent(scope, { kind: 'pairing', id }, 'resumed', actor.personId, now);
	await tendPairing(scope, { pairingId: id }, now);
	return (await nextVisits(scope, [id])).get(id)?.during.start ?? null;
}

/** When visits are: on these weekdays at this minute of the day, in this rhythm. */
export interface VisitHours {
	id: string;
	rhythm: Rhythm;
	weekdays: readonly Weekday[];
	atMinute: number;
	minutes: number;
}

/**
 * Other weekdays, another hour or rhythm from now on; the visit ahead is made anew.
 * @throws AppError `invalid` / `weekdays` without a weekday, `at` where visits would not be by day
 */
export async function changeVisitHours(
	scope: Scope,
	actor: Actor,
	{ id, ...hours }: VisitHours,
	now: Date
): Promise<void> {
	const pairing = await pairingToLookAfter(scope, actor, id);
	if (hours.weekdays.length === 0) throw new AppError('invalid', 'weekdays');
	// any day will do, for hours of the clock
	const onSomeDay = (at: number) => new Date(at * minute);
	const span = { start: onSomeDay(hours.atMinute), end: onSomeDay(hours.atMinute + hours.minutes) };
	if (!isAtVisitHours(span, 'UTC')) throw new AppError('invalid', 'at');
	const states = ['setting_up', 'first_meeting', 'going_on', 'paused'] as const;
	const change = { ...hours, weekdays: [...hours.weekdays] };
	if (!(await query.changePairing(scope, id, states, change))) {
		throw new AppError('changed_meanwhile', 'pairing');
	}
	const visit = (await nextVisits(scope, [id])).get(id);
	if (pairing.status === 'going_on' && visit) {
		await moveTask(scope, visit.id, ['planned'], {
			status: 'cancelled',
			reason: 'hours_changed',
			endedAt: now
		});
	}
	await recordEvent(scope, { kind: 'pairing', id }, 'hours_changed', actor.personId, now);
	await tellBoth(scope, pairing, 'pairing_hours', now, `${id}:${now.toISOString()}`);
	await tendPairing(scope, { pairingId: id }, now);
}

async function tellBoth(
	scope: Scope,
	pairing: query.PairingRow,
	template: 'pairing_paused' | 'pairing_hours',
	now: Date,
	about: string
): Promise<void> {
	await notify(scope, [pairing.memberId], { template, path: `/volunteer/pairs/${pairing.id}`, about }, now);
	await tellResident(scope, pairing, template, now, about);
}
