import type { Actor } from '#lib/accounts/people.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { recordedAmong } from '#lib/records/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { seenDay, type SeenDay } from './announce.server.ts';
import { countedHours, presentMinutes } from './presence.ts';
import { cleanupById, type CleanupRow } from './queries.server.ts';
import { listedOf, type NamedSignUp } from './sign-up-queries.server.ts';
import { tell } from './tell.server.ts';
import { writeRecords } from './write-records.server.ts';

/** Somebody who was there, and for how long. */
export interface Served {
	row: NamedSignUp;
	minutes: number;
}

/** All who were there while the day lasted. */
export async function servedOn(
	scope: Scope,
	cleanup: Pick<CleanupRow, 'id' | 'during' | 'closedAt'>
): Promise<Served[]> {
	const listed = await listedOf(scope, cleanup.id);
	const hours = countedHours(cleanup);
	const served = listed.map((row) => ({ row, minutes: presentMinutes(row, hours) }));
	return served.filter(({ minutes }) => minutes > 0);
}

/** Those who were there on a closed day and have no record yet: who closed it himself. */
export async function unconfirmed(
	scope: Scope,
	cleanup: Pick<CleanupRow, 'id' | 'during' | 'closedAt' | 'status'>
): Promise<Served[]> {
	if (cleanup.status !== 'closed') return [];
	const served = await servedOn(scope, cleanup);
	const ids = served.map(({ row }) => row.id);
	const recorded = await recordedAmong(scope, ids);
	return served.filter(({ row }) => !recorded.has(row.id));
}

/**
 * Confirms the hours of who closed a day on which he was there himself. Pressed again, nothing is left to do.
 * @throws AppError as `seenDay`; `not_allowed` / `own_service` for his own
 */
export async function confirmLeft(scope: Scope, actor: Actor, seen: SeenDay, now: Date): Promise<void> {
	const cleanup = await seenDay(scope, actor, seen);
	const left = await unconfirmed(scope, cleanup);
	if (left.some(({ row }) => row.personId === actor.personId)) {
		throw new AppError('not_allowed', 'own_service');
	}
	if (left.length === 0) return;
	await writeRecords(scope, actor, cleanup, left, now);
	const subject = { kind: 'cleanup', id: cleanup.id } as const;
	await recordEvent(scope, subject, 'confirmed', actor.personId, now, { records: left.length });
}

/** Works `hoursWait`: colleagues are told that who closed a day waits for one of them, once for each closing. */
export async function askColleagues(
	scope: Scope,
	{ cleanupId }: { cleanupId: string },
	now: Date
): Promise<void> {
	const cleanup = await cleanupById(scope, cleanupId);
	const [closer] = cleanup ? await unconfirmed(scope, cleanup) : [];
	if (!cleanup || !closer) return;
	const { personId, name } = closer.row;
	const colleagues = (await staffIds(scope)).filter((id) => id !== personId);
	const about = `${cleanupId}:${cleanup.closedAt!.toISOString()}`;
	const news = { cleanup, about, more: { name }, path: `/desk/cleanups/${cleanupId}` };
	await tell(scope, 'cleanup_hours_wait', colleagues, news, now);
}
