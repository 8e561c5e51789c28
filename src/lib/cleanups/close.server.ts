import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { dropRecords } from '#lib/records/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import { seenDay, type SeenDay } from './announce.server.ts';
import { servedOn, type Served } from './confirm-left.server.ts';
import { moveCleanup } from './queries.server.ts';
import { endPresences, signUpIdsOf } from './sign-up-queries.server.ts';
import { writeRecords } from './write-records.server.ts';

/**
 * Closes a day: everybody who was there has a service record with his minutes, exactly once; a day closed again after a
 * correction has them put right. Who is still there goes at this moment. Nobody confirms his own hours: who closes a day on
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
	if (now < during.end) await endPresences(scope, id, now);
	const all = await servedOn(scope, cleanup);
	const served = all.filter(({ row }) => row.personId !== actor.personId);
	if (served.length > 0) await writeRecords(scope, actor, cleanup, served, now);
	await takeBackOthers(scope, id, served);
	const minutes = served.reduce((sum, one) => sum + one.minutes, 0);
	const done = { records: served.length, minutes };
	await recordEvent(scope, { kind: 'cleanup', id }, 'closed', actor.personId, now, done);
	return { ...done, waits: all.length > served.length };
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
 * @throws AppError as `seenDay`
 */
export async function reopenCleanup(
	scope: Scope,
	actor: Actor,
	{ reason, ...seen }: SeenDay & { reason: string },
	{ now }: Here
): Promise<void> {
	const { id, status } = await seenDay(scope, actor, seen);
	const reopened =
		status === 'closed' && (await moveCleanup(scope, id, { status: 'running', closedAt: null }));
	if (!reopened) throw new AppError('changed_meanwhile', 'cleanups_version');
	await recordEvent(scope, { kind: 'cleanup', id }, 'reopened', actor.personId, now, { reason });
}
