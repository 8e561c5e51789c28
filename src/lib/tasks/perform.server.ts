import { communityKey, sealFor } from '#lib/accounts/keys.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { recordEvent, type Subject } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { communityById } from '#lib/places/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { statesBefore } from '#lib/shared/states.ts';
import { isEarly, spanFromNow } from './early.ts';
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

/**
 * Says that it has begun. On a day before the planned one the task moves to now, so that lists, figures and the record
 * show the day on which it really was.
 * @param early the doer has said that it is done before its day
 * @throws AppError `not_possible_now` / `early` before its day without that word, `busy_then` where the doer has promised
 *   something else for the time that it takes now
 */
export async function startTask(
	scope: Scope,
	actor: Actor,
	id: string,
	now: Date,
	early = false
): Promise<void> {
	const task = await ownTask(scope, actor, id);
	if (task.status === 'under_way') return;
	if (!(await isAhead(scope, task, now))) {
		await move(scope, actor, task, 'under_way', { startedAt: now }, now, 'started');
		return;
	}
	if (!early) throw new AppError('not_possible_now', 'early');
	const change = { startedAt: now, during: spanFromNow(task.during, now) };
	const moved = await query.ifFree(scope, (inner) =>
		move(inner, actor, task, 'under_way', change, now, 'started')
	);
	if (!moved) throw new AppError('not_possible_now', 'busy_then');
}

/** True for what nobody has begun and whose day has not come. */
async function isAhead(scope: Scope, task: query.TaskRow, now: Date): Promise<boolean> {
	const { zone } = (await communityById(scope, scope.communityId))!;
	return task.status === 'planned' && isEarly(task.during, now, zone);
}

/**
 * Says that it is done.
 * @param given.minutes minutes of service without travel, 1 … 1440
 * @throws AppError `not_possible_now` / `early` before its day where nobody said that it had begun
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
	if (await isAhead(scope, task, now)) throw new AppError('not_possible_now', 'early');
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
