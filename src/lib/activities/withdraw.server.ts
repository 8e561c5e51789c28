import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { communityById } from '#lib/places/queries.server.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import type { SignUpState } from './activities.ts';
import { addAttendance, attendancesOf, dropExcuse } from './attendance-queries.server.ts';
import { seatLapses } from './jobs.server.ts';
import { mergeDates } from './merge.server.ts';
import { promote } from './promote.server.ts';
import * as query from './queries.server.ts';
import { requireRight } from './rights.server.ts';
import { seatMoves } from './seats.ts';
import * as signUps from './sign-up-queries.server.ts';
import { tell } from './tell.server.ts';

/** A sign-up as it stands, with its activity and all else that its person has open with it, locked. */
async function load(scope: Scope, signUpId: string) {
	const seen = await signUps.signUpById(scope, signUpId);
	const activity = seen && (await query.activityForShare(scope, seen.activityId));
	if (!activity) return undefined;
	const open = await signUps.openForUpdate(scope, activity.id, seen.personId);
	const row = open.find(({ id }) => id === signUpId) ?? (await signUps.signUpById(scope, signUpId))!;
	return { activity, row, open };
}

/** The same for whoever may sign that person up. */
async function lock(scope: Scope, actor: Actor, signUpId: string, here: Here) {
	const found = await load(scope, signUpId);
	if (!found) throw new AppError('not_found');
	await requireRight(scope, actor, found.row.personId, found.activity, here);
	return found;
}

/**
 * Takes somebody off a list. His seats on all dates that are left go to those who wait, in this transaction. Whoever was checked
 * in stays on the list of that date.
 * @throws AppError `not_found`; `not_allowed`; `changed_meanwhile` / `activities_sign_up`; `not_possible_now` / `activities_came`
 *   where he is there already and no other date is left
 */
export async function withdraw(scope: Scope, actor: Actor, signUpId: string, here: Here): Promise<void> {
	const { activity, row, open } = await lock(scope, actor, signUpId, here);
	if (row.endedAt) throw new AppError('changed_meanwhile', 'activities_sign_up');
	await requireAbsent(scope, row, here.now);
	await end(scope, { activity, row, open }, 'withdrawn', here);
	await recordEvent(scope, { kind: 'activity', id: activity.id }, 'withdrawn', actor.personId, here.now);
}

async function requireAbsent(scope: Scope, row: signUps.SignUpRow, now: Date): Promise<void> {
	const { activityId, occurrenceId, personId } = row;
	const said = await attendancesOf(scope, activityId, [personId]);
	const came = new Set(said.filter(({ status }) => status === 'came').map((one) => one.occurrenceId));
	if (came.size === 0) return;
	const left = await query.lockDatesAhead(scope, activityId, now);
	const his = left.filter(({ id }) => occurrenceId === null || id === occurrenceId);
	if (!his.some(({ id }) => !came.has(id))) throw new AppError('not_possible_now', 'activities_came');
}

/**
 * Takes a seat that was offered; one of the series takes in what he has on single dates.
 * @throws AppError `lapsed` / `activities_offer` where it is not kept any more
 */
export async function takeSeat(scope: Scope, actor: Actor, signUpId: string, here: Here): Promise<void> {
	const { activity, row, open } = await lock(scope, actor, signUpId, here);
	if (row.status !== 'offered' || row.answerBy! <= here.now) throw new AppError('lapsed', 'activities_offer');
	await signUps.changeSignUp(scope, signUpId, ['offered'], { status: 'signed', answerBy: null });
	if (row.occurrenceId === null) await mergeDates(scope, activity, row.personId, open, here);
}

/** Works `seatLapses`: who does not answer is told, and the seat goes to the next. Too early, it is looked at again. */
export async function lapseSeat(scope: Scope, { signUpId }: { signUpId: string }, now: Date): Promise<void> {
	const found = await load(scope, signUpId);
	if (found?.row.status !== 'offered') return;
	const { activity, row } = found;
	if (row.answerBy! > now) return enqueue(scope, seatLapses, { signUpId }, row.answerBy!);
	const { zone } = (await communityById(scope, scope.communityId))!;
	await end(scope, found, 'lapsed', { now, zone });
	const news = { activity, at: row.answerBy!, about: row.id };
	await tell(scope, 'activity_seat_lapsed', [row.personId, row.signedBy], news, now);
}

/**
 * Somebody in a series does not come to one date: his seat there goes to those who wait, and he stays on the list.
 * @throws AppError `not_found`; `changed_meanwhile` / `activities_sign_up`, `activities_date`
 */
export async function excuse(
	scope: Scope,
	actor: Actor,
	{ signUpId, occurrenceId }: { signUpId: string; occurrenceId: string },
	here: Here
): Promise<void> {
	const { activity, row } = await lock(scope, actor, signUpId, here);
	const dates = await seriesDates(scope, row, occurrenceId, here);
	const { personId, companions } = row;
	const said = { occurrenceId, personId, status: 'excused', by: actor.personId, at: here.now } as const;
	if (!(await addAttendance(scope, said))) return;
	await query.moveSeats(scope, dates, -(1 + companions));
	await promote(scope, activity, here);
}

/**
 * He comes after all, where there still is a seat.
 * @throws AppError as `excuse`; `already_taken` / `activities_full`
 */
export async function comeAfterAll(
	scope: Scope,
	actor: Actor,
	{ signUpId, occurrenceId }: { signUpId: string; occurrenceId: string },
	here: Here
): Promise<void> {
	const { row } = await lock(scope, actor, signUpId, here);
	const dates = await seriesDates(scope, row, occurrenceId, here);
	if (!(await dropExcuse(scope, occurrenceId, row.personId))) return;
	const seated = await query.ifRoom(scope, async (inner) => {
		await query.moveSeats(inner, dates, 1 + row.companions);
		return true;
	});
	if (!seated) throw new AppError('already_taken', 'activities_full');
}

/** The date, where it lies ahead and somebody has a seat on it by the series; all dates that are left are locked. */
async function seriesDates(scope: Scope, row: signUps.SignUpRow, occurrenceId: string, { now }: Here) {
	if (row.status !== 'signed' || row.occurrenceId !== null) {
		throw new AppError('changed_meanwhile', 'activities_sign_up');
	}
	const dates = await query.lockDatesAhead(scope, row.activityId, now);
	if (!dates.some(({ id }) => id === occurrenceId))
		throw new AppError('changed_meanwhile', 'activities_date');
	return [occurrenceId];
}

/** Ends a sign-up; its seats go to those who wait. */
async function end(
	scope: Scope,
	{ activity, row, open }: NonNullable<Awaited<ReturnType<typeof load>>>,
	as: Extract<SignUpState, 'withdrawn' | 'lapsed'>,
	here: Here
): Promise<void> {
	const { id, status, personId } = row;
	await signUps.changeSignUp(scope, id, [status], { status: as, endedAt: here.now, answerBy: null });
	if (status === 'waiting') return;
	const dates = await query.lockDatesAhead(scope, activity.id, here.now);
	const said = await attendancesOf(scope, activity.id, [personId]);
	const excused = new Set(said.map(({ occurrenceId }) => occurrenceId));
	const after = open.filter((one) => one.id !== id);
	const ids = dates.map((one) => one.id);
	await query.settleSeats(scope, seatMoves(open, after, ids, excused));
	await promote(scope, activity, here);
}
