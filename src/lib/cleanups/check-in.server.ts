import { mayActFor } from '#lib/accounts/act-for.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { codeOf, codeStep, scannedAt, stepAt } from '#lib/activities/check-in-code.ts';
import { readFewTimes } from '#lib/activities/wrong-codes.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { keyedHash } from '#lib/db/vault.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { day } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import type { Mark } from './cleanups.ts';
import { isOpenAt } from './presence.ts';
import { leads, openArea } from './rights.server.ts';
import { duringOf } from './said.ts';
import { listedAmong, putArrival, putPresence, type SignUpRow } from './sign-up-queries.server.ts';
import { ownSignUp, putOnList } from './sign-up.server.ts';

const sign = (text: string) => keyedHash('cleanup check-in', text);

/** Codes that a screen shows one after the other, so that it needs no network meanwhile. */
const codesAhead = 40;

/** The codes of an area from now on, each with the instant at which it begins to be shown. */
export function codesOf(areaId: string, now: Date): { code: string; from: Date }[] {
	const first = stepAt(now);
	return Array.from({ length: codesAhead }, (_, at) => ({
		code: codeOf(sign, areaId, first + at),
		from: new Date((first + at) * codeStep)
	}));
}

/** What somebody has read off the screen of an area's leader. */
export interface OwnCheckIn {
	areaId: string;
	personId: string;
	code: string;
	/** When it was read, where it was kept on the phone; null: now. */
	at: Date | null;
}

/**
 * Checks in by the code of the area, for oneself or for whom one acts; also some time after it was read. Who is on no list is
 * put on this one, and checking in again changes nothing.
 * @throws AppError as `openArea`; `not_allowed` / `cleanups_proxy`; as `readFewTimes`; `not_possible_now` /
 *   `cleanups_not_now`, `cleanups_other_area`; as `signUp`
 */
export async function checkIn(scope: Scope, actor: Actor, said: OwnCheckIn, here: Here): Promise<void> {
	const found = await openArea(scope, said.areaId);
	const { area, cleanup } = found;
	if (!(await mayActFor(scope, actor, said.personId, 'book'))) {
		throw new AppError('not_allowed', 'cleanups_proxy');
	}
	const at = await readFewTimes(actor, () => scannedAt(sign, { ...said, occurrenceId: area.id }, here.now));
	if (!isOpenAt(at, cleanup.during)) throw new AppError('not_possible_now', 'cleanups_not_now');
	const [row] = await listedAmong(scope, cleanup.id, [said.personId]);
	if (row && row.areaId !== area.id) throw new AppError('not_possible_now', 'cleanups_other_area');
	const wish = { areaId: area.id, teamId: null, personId: said.personId };
	const id = row?.id ?? (await putOnList(scope, actor, wish, found, here));
	await putArrival(scope, { id, at, by: actor.personId });
}

/**
 * Says that somebody who came goes now, or went while the phone had no network.
 * @throws AppError as `ownSignUp`; `not_possible_now` / `cleanups_not_there`, `cleanups_not_now`
 */
export async function checkOut(
	scope: Scope,
	actor: Actor,
	{ id, at }: { id: string; at: Date | null },
	{ now }: Here
): Promise<void> {
	const { row } = await ownSignUp(scope, actor, id);
	if (!row.cameAt) throw new AppError('not_possible_now', 'cleanups_not_there');
	const leftAt = momentOf(at, now, row.cameAt);
	await putPresence(scope, { id, cameAt: row.cameAt, leftAt, seenBy: actor.personId });
}

/**
 * Ticks somebody on the list of an area: came, left, or did not come after all.
 * @param said.at when it was ticked, where the phone had no network; null: now
 * @throws AppError as `ownSignUp`; `not_found` to who does not lead the area; `not_possible_now` / `cleanups_not_now`
 */
export async function markPresence(
	scope: Scope,
	actor: Actor,
	said: { id: string; mark: Mark; at: Date | null },
	{ now }: Here
): Promise<void> {
	const { area, cleanup, row } = await ownSignUp(scope, actor, said.id);
	if (!leads(actor, area)) throw new AppError('not_found');
	const at = momentOf(said.at, now);
	if (said.mark === 'came' && !isOpenAt(at, cleanup.during)) {
		throw new AppError('not_possible_now', 'cleanups_not_now');
	}
	await putPresence(scope, { id: row.id, ...marked(row, said.mark, at), seenBy: actor.personId });
}

function marked({ cameAt }: SignUpRow, mark: Mark, at: Date): Pick<SignUpRow, 'cameAt' | 'leftAt'> {
	if (mark === 'missed') return { cameAt: null, leftAt: null };
	if (mark === 'came') return { cameAt: cameAt ?? at, leftAt: null };
	if (!cameAt) throw new AppError('not_possible_now', 'cleanups_not_there');
	return { cameAt, leftAt: at < cameAt ? cameAt : at };
}

/**
 * Puts right from when to when somebody was there, in minutes of the day; no end: to the end.
 * @throws AppError as `ownSignUp`; `not_found` to who does not lead the area; `invalid` / `left`
 */
export async function correctPresence(
	scope: Scope,
	actor: Actor,
	{ id, came, left }: { id: string; came: number; left: number | null },
	{ now, zone }: Here
): Promise<void> {
	const { area, cleanup, row } = await ownSignUp(scope, actor, id);
	if (!leads(actor, area)) throw new AppError('not_found');
	if (left !== null && left < came) throw new AppError('invalid', 'left');
	const { localDay } = cleanup;
	const { start, end } = duringOf({ localDay, fromMinute: came, toMinute: left ?? came }, zone);
	const seen = { cameAt: start, leftAt: left === null ? null : end };
	await putPresence(scope, { id, ...seen, seenBy: actor.personId });
	const params = { id: row.id, came: start.toISOString(), left: seen.leftAt?.toISOString() ?? null };
	await recordEvent(
		scope,
		{ kind: 'cleanup', id: cleanup.id },
		'presence_corrected',
		actor.personId,
		now,
		params
	);
}

/** When something was done that may have been kept on a phone for a day at most. */
function momentOf(at: Date | null, now: Date, earliest = new Date(0)): Date {
	const said = at && at < now ? at : now;
	if (+now - +said > day) throw new AppError('not_possible_now', 'cleanups_not_now');
	return said < earliest ? earliest : said;
}
