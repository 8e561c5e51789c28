import { communityKey, sealFor } from '#lib/accounts/keys.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { recordEvent, type Subject } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { statesBefore } from '#lib/shared/states.ts';
import * as query from './queries.server.ts';
import { taskTransitions, type TaskState } from './tasks.ts';

/** What the feature behind a kind of task does when one ends, in the same transaction. */
export interface TaskEnd {
	done(scope: Scope, task: query.TaskRow, now: Date): Promise<void>;
	droppedOut(scope: Scope, task: query.TaskRow, now: Date): Promise<void>;
}

const ends = new Map<string, TaskEnd>();

/** Registers a feature for the ends of its tasks. Called from the one place where features meet. */
export function onTask(kind: query.TaskRow['kind'], end: TaskEnd): void {
	ends.set(kind, end);
}

/** A task of this very person; anyone else's is not found. */
export async function ownTask(scope: Scope, actor: Actor, id: string): Promise<query.TaskRow> {
	const task = await query.taskById(scope, id);
	if (!task || task.personId !== actor.personId) throw new AppError('not_found');
	return task;
}

/** Says that it has begun. */
export async function startTask(scope: Scope, actor: Actor, id: string, now: Date): Promise<void> {
	const task = await ownTask(scope, actor, id);
	if (task.status === 'under_way') return;
	await move(scope, actor, task, 'under_way', { startedAt: now }, now, 'started');
}

/**
 * Says that it is done.
 * @param given.minutes minutes of service without travel, 1 … 1440
 */
export async function finishTask(
	scope: Scope,
	actor: Actor,
	given: { id: string; minutes: number; note: string | null; photoId: string | null },
	now: Date
): Promise<void> {
	const task = await ownTask(scope, actor, given.id);
	if (!Number.isInteger(given.minutes) || given.minutes < 1 || given.minutes > 1440) {
		throw new AppError('invalid', 'minutes');
	}
	const helped = await personById(scope, task.forPersonId);
	const noteSealed =
		given.note && helped
			? sealFor(await communityKey(scope), helped, given.note, `tasks.note:${task.id}`)
			: null;
	const change = { finishedAt: now, minutes: given.minutes, noteSealed, photoId: given.photoId };
	const done = await move(scope, actor, task, 'done', change, now, 'finished', { minutes: given.minutes });
	await ends.get(task.kind)?.done(scope, done, now);
}

/** Gives a promise back. Never punished, but a late one weighs a little in the order of later offers. */
export async function dropOut(
	scope: Scope,
	actor: Actor,
	given: { id: string; reason: string },
	now: Date
): Promise<void> {
	const task = await ownTask(scope, actor, given.id);
	const change = { endedAt: now, reason: given.reason };
	const dropped = await move(scope, actor, task, 'dropped_out', change, now, 'dropped_out', {
		reason: given.reason
	});
	await ends.get(task.kind)?.droppedOut(scope, dropped, now);
}

async function move(
	scope: Scope,
	actor: Actor,
	task: query.TaskRow,
	to: TaskState,
	change: Parameters<typeof query.moveTask>[3],
	now: Date,
	event: string,
	params = {}
): Promise<query.TaskRow> {
	const moved = await query.moveTask(scope, task.id, statesBefore(taskTransitions, to), {
		...change,
		status: to
	});
	if (!moved) throw new AppError('changed_meanwhile', 'task');
	await recordEvent(scope, subjectOf(task), event, actor.personId, now, params);
	return moved;
}

/** What the timeline of a task belongs to. */
function subjectOf({ kind, subjectId }: query.TaskRow): Subject {
	return { kind: kind === 'help' ? 'request' : 'pairing', id: subjectId };
}
