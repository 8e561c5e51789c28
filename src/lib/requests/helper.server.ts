import type { Actor } from '#lib/accounts/people.ts';
import { personById, type PersonRow } from '#lib/accounts/queries.server.ts';
import { revealPhone } from '#lib/accounts/register.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { taskById, type TaskRow } from '#lib/tasks/queries.server.ts';
import { requestFor } from './ask.server.ts';
import { mayCall } from './progress.ts';
import type { RequestRow } from './queries.server.ts';

/** A volunteer who has promised to help with a request that the actor may see. */
export async function helperOf(
	scope: Scope,
	actor: Actor,
	{ requestId, taskId }: { requestId: string; taskId: string }
): Promise<{ request: RequestRow; task: TaskRow; helper: PersonRow }> {
	const request = await requestFor(scope, actor, requestId);
	const task = await taskById(scope, taskId);
	const helper = task?.subjectId === request.id ? await personById(scope, task.personId) : undefined;
	if (!task || !helper) throw new AppError('not_found');
	return { request, task, helper };
}

/**
 * The volunteer's number for the one helped, written down for the volunteer to see.
 * @throws AppError `not_possible_now` / `call_over` some hours after the agreed time
 */
export async function numberOfHelper(
	scope: Scope,
	actor: Actor,
	which: { requestId: string; taskId: string },
	now: Date
): Promise<{ name: string; phone: string | null }> {
	const { task, helper } = await helperOf(scope, actor, which);
	if (!mayCall(task, now)) throw new AppError('not_possible_now', 'call_over');
	return { name: helper.name, phone: await revealPhone(scope, actor, helper.id, 'helps_me', now) };
}
