import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import { areasOf, buildingsIn } from './area-queries.server.ts';
import { cleanupBegins } from './jobs.server.ts';
import { missingOf, type Missing } from './missing.ts';
import * as query from './queries.server.ts';
import { requireStaff } from './rights.server.ts';
import { concernedBy, tell } from './tell.server.ts';
import { inWords, missingWords } from './words.ts';

/** A day as staff saw it. */
export interface SeenDay {
	id: string;
	version: number;
}

/**
 * A day in the version that staff saw, locked.
 * @throws AppError `not_allowed`, `not_found`; `changed_meanwhile` / `cleanups_version`
 */
export async function seenDay(
	scope: Scope,
	actor: Actor,
	{ id, version }: SeenDay
): Promise<query.CleanupRow> {
	requireStaff(actor);
	const cleanup = await query.cleanupForUpdate(scope, id);
	if (!cleanup) throw new AppError('not_found');
	if (cleanup.version !== version) throw new AppError('changed_meanwhile', 'cleanups_version');
	return cleanup;
}

/**
 * Announces a day: residents may sign up from now on, and the members of its groups are told.
 * @throws AppError as `seenDay`; `not_possible_now` / `cleanups_missing` with what is missing
 */
export async function announceCleanup(scope: Scope, actor: Actor, seen: SeenDay, here: Here): Promise<void> {
	const cleanup = await seenDay(scope, actor, seen);
	const missing = await missingFrom(scope, cleanup, here);
	if (missing.length > 0) {
		const areas = (await areasOf(scope, cleanup.id)).map(inWords);
		const what = missing.map((one) => missingWords(one, areas)).join(' ');
		throw new AppError('not_possible_now', 'cleanups_missing', { what });
	}
	const { id, during } = cleanup;
	const moved = await query.moveCleanup(scope, id, { status: 'announced', announcedAt: here.now });
	if (!moved) throw new AppError('changed_meanwhile', 'cleanups_version');
	await enqueue(scope, cleanupBegins, { cleanupId: id }, during.start);
	await recordEvent(scope, { kind: 'cleanup', id }, 'announced', actor.personId, here.now);
	await tell(scope, 'cleanup_announced', await concernedBy(scope, id), { cleanup, about: id }, here.now);
}

/** What is missing before a day can be announced. */
export async function missingFrom(
	scope: Scope,
	{ id, during }: Pick<query.CleanupRow, 'id' | 'during'>,
	{ now }: Here
): Promise<Missing[]> {
	const buildings = Map.groupBy(await buildingsIn(scope, id), ({ areaId }) => areaId);
	const areas = (await areasOf(scope, id)).map((area) => ({
		id: area.id,
		buildingIds: (buildings.get(area.id) ?? []).map(({ buildingId }) => buildingId)
	}));
	return missingOf(during, areas, now);
}

/** Works `cleanupBegins`: the day is under way. One that was moved is waited for. */
export async function beginCleanup(scope: Scope, data: { cleanupId: string }, now: Date): Promise<void> {
	const cleanup = await query.cleanupForUpdate(scope, data.cleanupId);
	if (cleanup?.status !== 'announced') return;
	if (cleanup.during.start > now) return enqueue(scope, cleanupBegins, data, cleanup.during.start);
	await query.moveCleanup(scope, cleanup.id, { status: 'running' });
	await recordEvent(scope, { kind: 'cleanup', id: cleanup.id }, 'begun', null, now);
}

/**
 * Cancels a day that has not begun; whom it concerns is told why, unless it was never announced.
 * @throws AppError as `seenDay`
 */
export async function cancelCleanup(
	scope: Scope,
	actor: Actor,
	{ reason, ...seen }: SeenDay & { reason: string },
	{ now }: Here
): Promise<void> {
	const cleanup = await seenDay(scope, actor, seen);
	const { id, status } = cleanup;
	if (!(await query.moveCleanup(scope, id, { status: 'cancelled', reason }))) {
		throw new AppError('changed_meanwhile', 'cleanups_version');
	}
	await recordEvent(scope, { kind: 'cleanup', id }, 'cancelled', actor.personId, now, { reason });
	if (status === 'draft') return;
	const news = { cleanup, about: id, more: { reason } };
	await tell(scope, 'cleanup_cancelled', await concernedBy(scope, id), news, now);
}
