import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { statesBefore } from '#lib/shared/states.ts';
import type { Day } from '#lib/shared/time.ts';
import { ifFree } from '#lib/tasks/queries.server.ts';
import { spanOf, type Hours } from './hours.ts';
import { admitStaff, seeFree } from './place.server.ts';
import * as query from './roster-queries.server.ts';
import { dutyTransitions, type LeaveKind } from './roster.ts';
import { withdrawSwapsOf } from './swap-queries.server.ts';
import { countUnder } from './watch.server.ts';
import { hoursOf, mondayOf } from './week.ts';

/*
 * Single duties by hand. Each change says when the duty that was seen was last changed, so that nobody changes what a
 * colleague has changed meanwhile; the row is held while it is done.
 */

/** A duty as somebody saw it. */
export interface SeenDuty {
	id: string;
	/** When it was last changed. */
	seen: Date;
}

/** How many appointments now lack their colleague. */
export interface Changed {
	touched: number;
}

/**
 * @throws AppError `not_found`, `changed_meanwhile` / `duty` where it is no longer what was seen, `not_possible_now` /
 *   `duty_over`
 */
async function held(scope: Scope, { id, seen }: SeenDuty, now: Date): Promise<query.DutyRow> {
	const [duty] = await query.dutiesForUpdate(scope, [id]);
	if (!duty) throw new AppError('not_found');
	if (duty.changedAt.getTime() !== seen.getTime()) throw new AppError('changed_meanwhile', 'duty');
	if (duty.during.end <= now) throw new AppError('not_possible_now', 'duty_over');
	return duty;
}

/** Writes where that leaves nobody in two places; another who was faster is `changed_meanwhile`. */
async function write(scope: Scope, work: (scope: Scope) => Promise<unknown>): Promise<void> {
	const done = await ifFree(scope, async (inner) => {
		await work(inner);
		return true;
	});
	if (!done) throw new AppError('changed_meanwhile', 'duty');
}

/**
 * Carries a duty to another desk or day, at the same hours.
 * @param given `deskId` null: the round of home visits
 * @throws AppError as `held` and `seeFree` do, `invalid` / `past` for a day that is over
 */
export async function moveDuty(
	scope: Scope,
	actor: Actor,
	given: SeenDuty & { deskId: string | null; day: Day },
	now: Date,
	zone: string
): Promise<Changed> {
	admitStaff(actor);
	const duty = await held(scope, given, now);
	if (duty.status === 'called_off') throw new AppError('changed_meanwhile', 'duty');
	const { deskId, day } = given;
	const during = spanOf(day, hoursOf(duty.during, zone), zone);
	if (during.end <= now) throw new AppError('invalid', 'past');
	await seeWeek(scope, duty, day);
	await seeFree(scope, { ...duty, deskId, during }, zone);
	const by = { changedBy: actor.personId, changedAt: now };
	await write(scope, (inner) => query.changeDuty(inner, duty.id, { deskId, day, during, ...by }));
	await withdrawSwapsOf(scope, [duty.id], now);
	const from = { desk: duty.deskId, day: duty.day };
	await recordEvent(scope, { kind: 'duty', id: duty.id }, 'moved', actor.personId, now, {
		fromDesk: from.desk,
		fromDay: from.day,
		desk: deskId,
		day
	});
	return { touched: duty.status === 'published' ? await countUnder(scope, [duty]) : 0 };
}

/** A draft stays among drafts, and what residents may book among what they may book. */
async function seeWeek(scope: Scope, duty: query.DutyRow, day: Day): Promise<void> {
	if (mondayOf(day) === mondayOf(duty.day)) return;
	const published = (await query.publishedWeek(scope, mondayOf(day))) !== undefined;
	if (published !== (duty.status === 'published')) throw new AppError('not_possible_now', 'other_week');
}

/** A duty to be added. */
export interface NewDuty {
	staffId: string;
	deskId: string | null;
	day: Day;
	/** One after the other; a shift with a break is two duties. */
	hours: readonly Hours[];
	patternId: string | null;
}

/**
 * Adds a duty by hand: a draft, or published at once where the week is.
 * @throws AppError as `seeFree` does, `invalid` / `past`
 */
export async function addDuty(
	scope: Scope,
	actor: Actor,
	{ staffId, deskId, day, hours, patternId }: NewDuty,
	now: Date,
	zone: string
): Promise<void> {
	admitStaff(actor);
	const monday = mondayOf(day);
	await query.holdWeek(scope, monday);
	const status = (await query.publishedWeek(scope, monday)) ? 'published' : 'draft';
	for (const one of hours) {
		const during = spanOf(day, one, zone);
		if (during.end <= now) throw new AppError('invalid', 'past');
		const row = { id: newId(), staffId, deskId, patternId, day, during, status, reason: null } as const;
		await seeFree(scope, row, zone);
		const by = { changedBy: actor.personId, changedAt: now };
		await write(scope, (inner) => query.addDuties(inner, [{ ...row, ...by }]));
		await recordEvent(scope, { kind: 'duty', id: row.id }, 'added', actor.personId, now);
	}
}

/** Calls a published duty off; a draft is gone without a trace. */
export async function callOff(
	scope: Scope,
	actor: Actor,
	given: SeenDuty & { reason: LeaveKind },
	now: Date
): Promise<Changed> {
	admitStaff(actor);
	const duty = await held(scope, given, now);
	if (duty.status === 'draft') {
		await query.dropDuty(scope, duty.id);
		return { touched: 0 };
	}
	if (!statesBefore(dutyTransitions, 'called_off').includes(duty.status)) {
		throw new AppError('changed_meanwhile', 'duty');
	}
	const { reason } = given;
	const by = { changedBy: actor.personId, changedAt: now };
	await query.changeDuty(scope, duty.id, { status: 'called_off', reason, ...by });
	await withdrawSwapsOf(scope, [duty.id], now);
	await recordEvent(scope, { kind: 'duty', id: duty.id }, 'called_off', actor.personId, now, { reason });
	return { touched: await countUnder(scope, [duty]) };
}

/** Lets a duty that was called off stand again. @throws AppError as `held` and `seeFree` do */
export async function reinstate(
	scope: Scope,
	actor: Actor,
	given: SeenDuty,
	now: Date,
	zone: string
): Promise<void> {
	admitStaff(actor);
	const duty = await held(scope, given, now);
	if (duty.status !== 'called_off') throw new AppError('changed_meanwhile', 'duty');
	await seeFree(scope, duty, zone);
	const by = { changedBy: actor.personId, changedAt: now };
	await write(scope, (inner) =>
		query.changeDuty(inner, duty.id, { status: 'published', reason: null, ...by })
	);
	await recordEvent(scope, { kind: 'duty', id: duty.id }, 'reinstated', actor.personId, now);
}
