import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import { cleanupBegins } from './jobs.server.ts';
import * as query from './queries.server.ts';
import { requireStaff } from './rights.server.ts';
import { duringOf, wrongIn, type SaidCleanup } from './said.ts';
import { concernedBy, tell } from './tell.server.ts';

/**
 * Plans a campaign day, under an id that the caller made. Nobody else sees it before it is announced.
 * @throws AppError `not_allowed`; `invalid` / `day`, `to`
 */
export async function planCleanup(
	scope: Scope,
	actor: Actor,
	{ id, ...said }: SaidCleanup & { id: string },
	here: Here
): Promise<void> {
	requireStaff(actor);
	const row = rowOf(said, here);
	const made = { id, status: 'draft', createdBy: actor.personId, createdAt: here.now } as const;
	await query.addCleanup(scope, { ...row, ...made });
	await recordEvent(scope, { kind: 'cleanup', id }, 'planned', actor.personId, here.now);
}

/**
 * Changes what a day says, before it begins. Once announced, those whom it concerns are told of another time.
 * @throws AppError `not_allowed`, `not_found`; `changed_meanwhile` / `cleanups_version`; `invalid` as above
 */
export async function changeCleanup(
	scope: Scope,
	actor: Actor,
	{ id, version, ...said }: SaidCleanup & { id: string; version: number },
	here: Here
): Promise<void> {
	requireStaff(actor);
	const before = await query.cleanupForUpdate(scope, id);
	if (!before) throw new AppError('not_found');
	const open = before.status === 'draft' || before.status === 'announced';
	const row = rowOf(said, here);
	const changed = open ? await query.changeCleanup(scope, { id, version }, row) : undefined;
	if (!changed) throw new AppError('changed_meanwhile', 'cleanups_version');
	await recordEvent(scope, { kind: 'cleanup', id }, 'changed', actor.personId, here.now);
	const moved = +changed.during.start !== +before.during.start || +changed.during.end !== +before.during.end;
	if (before.status === 'draft' || !moved) return;
	await enqueue(scope, cleanupBegins, { cleanupId: id }, changed.during.start);
	const news = { cleanup: changed, about: `${id}:${changed.version}` };
	await tell(scope, 'cleanup_moved', await concernedBy(scope, id), news, here.now);
}

function rowOf(said: SaidCleanup, here: Here) {
	const wrong = wrongIn(said, here);
	if (wrong) throw new AppError('invalid', wrong);
	const { fromMinute: _, toMinute: __, ...row } = said;
	return { ...row, during: duringOf(said, here.zone) };
}
