import { addPerson } from '#lib/accounts/register.server.ts';
import { unitNamed } from '#lib/accounts/queries.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { communityById } from '#lib/places/queries.server.ts';
import { dropRecords, putRecord } from '#lib/records/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { NeedKey } from '#lib/skills/needs.ts';
import type { Here } from '#lib/ui/dates.ts';
import { seenDay, type SeenDay } from './announce.server.ts';
import { buildingsIn } from './area-queries.server.ts';
import { presentMinutes } from './presence.ts';
import { moveCleanup, type CleanupRow } from './queries.server.ts';
import { endPresences, listedOf, signUpIdsOf, type SignUpRow } from './sign-up-queries.server.ts';
import { tell } from './tell.server.ts';

/** What was done, in the words of the ledger. */
const need: NeedKey = 'clean_up_day';

/**
 * Closes a day: everybody who was there has a service record with his minutes, exactly once; a day closed again after a
 * correction has them put right. Who is still there goes at this moment.
 * @throws AppError as `seenDay`; `not_possible_now` / `cleanups_not_begun`; `not_allowed` / `own_service` for who was there
 *   himself: a colleague confirms
 */
export async function closeCleanup(
	scope: Scope,
	actor: Actor,
	seen: SeenDay,
	{ now }: Here
): Promise<{ records: number; minutes: number }> {
	const cleanup = await seenDay(scope, actor, seen);
	const { id, during } = cleanup;
	if (now < during.start) throw new AppError('not_possible_now', 'cleanups_not_begun');
	if (!(await moveCleanup(scope, id, { status: 'closed', closedAt: now }))) {
		throw new AppError('changed_meanwhile', 'cleanups_version');
	}
	if (now < during.end) await endPresences(scope, id, now);
	const served = (await listedOf(scope, id))
		.map((row) => ({ row, minutes: presentMinutes(row, during) }))
		.filter(({ minutes }) => minutes > 0);
	if (served.some(({ row }) => row.personId === actor.personId)) {
		throw new AppError('not_allowed', 'own_service');
	}
	if (served.length > 0) await writeRecords(scope, actor, cleanup, served, now);
	await takeBackOthers(scope, id, served);
	const minutes = served.reduce((sum, one) => sum + one.minutes, 0);
	const done = { records: served.length, minutes };
	await recordEvent(scope, { kind: 'cleanup', id }, 'closed', actor.personId, now, done);
	return done;
}

async function writeRecords(
	scope: Scope,
	actor: Actor,
	cleanup: CleanupRow,
	served: readonly { row: SignUpRow; minutes: number }[],
	now: Date
): Promise<void> {
	const forPersonId = await communityAsUnit(scope, actor, now);
	const places = Map.groupBy(await buildingsIn(scope, cleanup.id), ({ areaId }) => areaId);
	for (const { row, minutes } of served) {
		const { id, personId, areaId } = row;
		await putRecord(scope, {
			...{ id, personId, forPersonId, need, minutes },
			buildingId: places.get(areaId)?.[0]?.buildingId ?? null,
			servedOn: cleanup.localDay,
			confirmedBy: 'staff',
			confirmerId: actor.personId,
			confirmedAt: now
		});
		const news = { cleanup, about: `${id}:${minutes}`, more: { minutes } };
		await tell(scope, 'cleanup_recorded', [personId], news, now);
	}
}

/** Who was there by an earlier closing, and was not after all, has no record. */
async function takeBackOthers(
	scope: Scope,
	cleanupId: string,
	served: readonly { row: SignUpRow }[]
): Promise<void> {
	const kept = new Set(served.map(({ row }) => row.id));
	const all = await signUpIdsOf(scope, cleanupId);
	const others = all.filter((id) => !kept.has(id));
	await dropRecords(scope, others);
}

/** The one helped on such a day is the community itself. */
async function communityAsUnit(scope: Scope, actor: Actor, now: Date): Promise<string> {
	const { name } = (await communityById(scope, scope.communityId))!;
	const known = await unitNamed(scope, name);
	return known?.id ?? addPerson(scope, { name, kind: 'unit', verifiedBy: actor.personId }, now);
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
