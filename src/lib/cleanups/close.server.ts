import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import { undoSeconds } from '#lib/matching/offers.ts';
import { dropRecords } from '#lib/records/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import { seenDay, type SeenDay } from './announce.server.ts';
import { servedOn, type Served } from './confirm-left.server.ts';
import { hoursWait } from './jobs.server.ts';
import { endedEarly } from './presence.ts';
import { moveCleanup, type CleanupRow } from './queries.server.ts';
import { endPresences, signUpIdsOf } from './sign-up-queries.server.ts';
import { writeRecords } from './write-records.server.ts';

/**
 * Closes a day: everybody who was there has a service record with his minutes, exactly once; a day closed again after a
 * correction has them put right. For who is still there it ends at this moment; that is not written on his presence, so that
 * opening the day again gives it back. Nobody confirms his own hours: who closes a day on
 * which he was there himself waits for a colleague, `confirmLeft`.
 * @returns how many records were written, their minutes, and whether his own waits
 * @throws AppError as `seenDay`; `not_possible_now` / `cleanups_not_begun`
 */
export async function closeCleanup(
	scope: Scope,
	actor: Actor,
	seen: SeenDay,
	{ now }: Here
): Promise<{ records: number; minutes: number; waits: boolean }> {
	const cleanup = await seenDay(scope, actor, seen);
	const { id, during } = cleanup;
	if (now < during.start) throw new AppError('not_possible_now', 'cleanups_not_begun');
	if (!(await moveCleanup(scope, id, { status: 'closed', closedAt: now }))) {
		throw new AppError('changed_meanwhile', 'cleanups_version');
	}
	const all = await servedOn(scope, { ...cleanup, closedAt: now });
	const served = all.filter(({ row }) => row.personId !== actor.personId);
	if (served.length > 0) await writeRecords(scope, actor, cleanup, served, now);
	await takeBackOthers(scope, id, served);
	const minutes = served.reduce((sum, one) => sum + one.minutes, 0);
	const done = { records: served.length, minutes };
	await recordEvent(scope, { kind: 'cleanup', id }, 'closed', actor.personId, now, done);
	const waits = all.length > served.length;
	if (waits) await enqueue(scope, hoursWait, { cleanupId: id }, new Date(+now + undoSeconds * 1000));
	return { ...done, waits };
}

/** Whose presence an earlier closing wrote down, and who was not there after all or confirms it now, has no record. */
async function takeBackOthers(scope: Scope, cleanupId: string, served: readonly Served[]): Promise<void> {
	const kept = new Set(served.map(({ row }) => row.id));
	const all = await signUpIdsOf(scope, cleanupId);
	const others = all.filter((id) => !kept.has(id));
	await dropRecords(scope, others);
}

/**
 * Opens a closed day again, so that presence and counts can be put right; records stay until it is closed again.
 * @param said.goesOn it was closed too early: who was there then is still there. Otherwise he went when it was closed
 * @throws AppError as `seenDay`
 */
export async function reopenCleanup(
	scope: Scope,
	actor: Actor,
	{ reason, goesOn, ...seen }: SeenDay & { reason: string; goesOn: boolean },
	{ now }: Here
): Promise<void> {
	const cleanup = await openAgain(scope, actor, seen);
	const { id, closedAt } = cleanup;
	if (!goesOn && endedEarly(cleanup)) await endPresences(scope, id, closedAt!);
	await recordEvent(scope, { kind: 'cleanup', id }, 'reopened', actor.personId, now, { reason });
}

/**
 * Takes a closing back at once: the day goes on as if it had not been closed.
 * @throws AppError as `seenDay`; `lapsed` / `cleanups_undo` when it is too late
 */
export async function undoClose(scope: Scope, actor: Actor, seen: SeenDay, { now }: Here): Promise<void> {
	const { id, closedAt } = await openAgain(scope, actor, seen);
	if (+now - +closedAt! > undoSeconds * 1000) throw new AppError('lapsed', 'cleanups_undo');
	await recordEvent(scope, { kind: 'cleanup', id }, 'close_undone', actor.personId, now);
}

/** @returns the day as it was while closed */
async function openAgain(scope: Scope, actor: Actor, seen: SeenDay): Promise<CleanupRow> {
	const cleanup = await seenDay(scope, actor, seen);
	const opened =
		cleanup.status === 'closed' &&
		(await moveCleanup(scope, cleanup.id, { status: 'running', closedAt: null }));
	if (!opened) throw new AppError('changed_meanwhile', 'cleanups_version');
	return cleanup;
}
