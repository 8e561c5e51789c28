import { mayActFor } from '#lib/accounts/act-for.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { keyedHash } from '#lib/db/vault.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { day } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import type { AttendanceState } from './activities.ts';
import { attendancesAt, dropArrival, putAttendance } from './attendance-queries.server.ts';
import { codeOf, codeStep, earliest, latest, scannedAt, stepAt } from './check-in-code.ts';
import * as query from './queries.server.ts';
import { ledDate } from './rights.server.ts';
import { listSignUps, openSignUps } from './sign-up-queries.server.ts';
import { readFewTimes } from './wrong-codes.server.ts';

const sign = (text: string) => keyedHash('activity check-in', text);

/** Codes that a screen shows one after the other, so that it needs no network meanwhile. */
const codesAhead = 40;

/** The codes of a date from now on, each with the instant at which it begins to be shown. */
export function codesOf(occurrenceId: string, now: Date): { code: string; from: Date }[] {
	const first = stepAt(now);
	return Array.from({ length: codesAhead }, (_, at) => ({
		code: codeOf(sign, occurrenceId, first + at),
		from: new Date((first + at) * codeStep)
	}));
}

/** What somebody has read off the leader's screen. */
export interface OwnCheckIn {
	occurrenceId: string;
	personId: string;
	code: string;
	/** When it was scanned, where it was kept on the phone; null: now. */
	at: Date | null;
}

/**
 * Checks in by the code of the place, for oneself or for whom one came along with; also some time after it was scanned.
 * @throws AppError `not_found`; `not_allowed` / `activities_proxy`; as `readFewTimes`; `not_possible_now` /
 *   `activities_not_on_list`, `activities_not_now`
 */
export async function checkIn(scope: Scope, actor: Actor, said: OwnCheckIn, { now }: Here): Promise<void> {
	const date = await query.occurrenceById(scope, said.occurrenceId);
	if (!date) throw new AppError('not_found');
	if (!(await mayActFor(scope, actor, said.personId, 'book'))) {
		throw new AppError('not_allowed', 'activities_proxy');
	}
	const at = await readFewTimes(actor, () => scannedAt(sign, said, now));
	requireTime(date, at);
	const open = await openSignUps(scope, date.activityId, [said.personId]);
	const listed = open.some(
		({ status, occurrenceId }) => status === 'signed' && (occurrenceId === null || occurrenceId === date.id)
	);
	if (!listed) throw new AppError('not_possible_now', 'activities_not_on_list');
	const row = { occurrenceId: date.id, personId: said.personId, by: actor.personId, at };
	await putAttendance(scope, { ...row, status: 'came' });
}

/**
 * Says on the leader's list who came, who did not, and who had said so.
 * @param said.at when it was ticked, where the phone had no network; null: now
 * @throws AppError `not_found`; `not_possible_now` / `activities_not_on_list`, `activities_not_now`
 */
export async function markAttendance(
	scope: Scope,
	actor: Actor,
	said: { occurrenceId: string; personId: string; status: AttendanceState; at: Date | null },
	here: Here
): Promise<void> {
	const { date } = await ledDate(scope, actor, said.occurrenceId, here);
	const at = said.at && said.at < here.now ? said.at : here.now;
	if (here.now.getTime() - at.getTime() > day) throw new AppError('not_possible_now', 'activities_not_now');
	requireTime(date, at, said.status === 'came' ? undefined : 0, Infinity);
	const listed = await listSignUps(scope, date.activityId, date.id);
	if (!listed.some(({ personId, status }) => personId === said.personId && status === 'signed')) {
		throw new AppError('not_possible_now', 'activities_not_on_list');
	}
	const { personId, status } = said;
	await putAttendance(scope, { occurrenceId: date.id, personId, status, by: actor.personId, at });
}

/**
 * Takes back that somebody came, where it was ticked by mistake.
 * @throws AppError `not_found`; `changed_meanwhile` / `activities_mark` where nobody said so
 */
export async function unmarkArrival(
	scope: Scope,
	actor: Actor,
	{ occurrenceId, personId }: { occurrenceId: string; personId: string },
	here: Here
): Promise<void> {
	const { date } = await ledDate(scope, actor, occurrenceId, here);
	if (!(await dropArrival(scope, date.id, personId)))
		throw new AppError('changed_meanwhile', 'activities_mark');
}

/** Where nothing is said of somebody after the end, he missed it: says so of all at once. */
export async function markRestMissed(
	scope: Scope,
	actor: Actor,
	occurrenceId: string,
	here: Here
): Promise<number> {
	const { date } = await ledDate(scope, actor, occurrenceId, here);
	if (here.now < date.during.end) throw new AppError('not_possible_now', 'activities_not_now');
	const known = new Set((await attendancesAt(scope, date.id)).map(({ personId }) => personId));
	const rest = (await listSignUps(scope, date.activityId, date.id)).filter(
		({ status, personId }) => status === 'signed' && !known.has(personId)
	);
	for (const { personId } of rest) {
		const row = { occurrenceId: date.id, personId, by: actor.personId, at: here.now };
		await putAttendance(scope, { ...row, status: 'missed' });
	}
	return rest.length;
}

/** @throws AppError `not_possible_now` / `activities_not_now` */
function requireTime(
	{ during, status }: query.OccurrenceRow,
	at: Date,
	before: number = earliest,
	after: number = latest
): void {
	const open =
		at.getTime() >= during.start.getTime() - before && at.getTime() <= during.end.getTime() + after;
	if (status !== 'planned' || !open) throw new AppError('not_possible_now', 'activities_not_now');
}
