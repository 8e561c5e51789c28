import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { requestFor } from '#lib/requests/ask.server.ts';
import {
	changeRequest,
	requestById,
	requestForUpdate,
	type RequestRow
} from '#lib/requests/queries.server.ts';
import { tellAsker } from '#lib/requests/triage.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { statesBefore } from '#lib/shared/states.ts';
import { confirmTask, type Confirmation } from '#lib/tasks/confirm.server.ts';
import { moveTask, taskById, tasksFor, type TaskRow } from '#lib/tasks/queries.server.ts';
import type { TaskEnd } from '#lib/tasks/perform.server.ts';
import { standingStates, taskTransitions } from '#lib/tasks/tasks.ts';
import * as query from './queries.server.ts';
import { advance } from './wave.server.ts';

/** What happens to a request when one of its tasks ends; registered for tasks of the kind `help`. */
export const helpTaskEnd: TaskEnd = {
	async done(scope, task, now) {
		const request = await requestById(scope, task.subjectId);
		if (request) await tellAsker(scope, request, 'help_done', now);
	},
	async droppedOut(scope, task, now) {
		const request = await requestForUpdate(scope, task.subjectId);
		if (!request) return;
		await changeRequest(
			scope,
			request.id,
			{ life: ['open', 'filled'] },
			{ life: 'open', reopenedAt: now, updatedAt: now }
		);
		const news = { params: { need: request.need }, path: `/desk/requests/${request.id}`, about: task.id };
		await notify(scope, await staffIds(scope), { template: 'staff_dropped_out', ...news }, now);
		await tellAsker(scope, request, 'request_reopened', now);
		await askNext(scope, request.id, now);
	}
};

/** While an approval still stands, because more people are needed, its reserves are asked without staff's doing. */
async function askNext(scope: Scope, requestId: string, now: Date): Promise<void> {
	const approval = await query.standingApproval(scope, requestId);
	if (approval) await advance(scope, approval.id, now);
}

/**
 * Confirms a service: the record is written and counts. The one helped confirms in the app; staff do it by telephone
 * when there is no answer, and the record says so.
 * @throws AppError `invalid` / `minutes_reason` where minutes are put right without a reason
 */
export async function confirmHelp(
	scope: Scope,
	actor: Actor,
	given: Confirmation,
	now: Date,
	zone: string
): Promise<{ recordId: string }> {
	const { task, request } = await taskToJudge(scope, actor, given.taskId);
	const served = {
		subject: { kind: 'request', id: request.id },
		need: request.need,
		buildingId: request.buildingId,
		minutes: request.minutes
	} as const;
	const answer = await confirmTask(scope, actor, task, served, given, now, zone);
	const news = { params: { need: request.need }, path: `/volunteer/tasks/${task.id}`, about: task.id };
	await notify(scope, [task.personId], { template: 'task_confirmed', ...news }, now);
	await endRequest(scope, request, now);
	return answer;
}

/** The one helped says that it was not as written; staff look into it and no record is written until then. */
export async function disputeHelp(
	scope: Scope,
	actor: Actor,
	given: { taskId: string; words: string },
	now: Date
): Promise<void> {
	const { task, request } = await taskToJudge(scope, actor, given.taskId);
	const change = { status: 'disputed' as const, reason: given.words };
	if (!(await moveTask(scope, task.id, statesBefore(taskTransitions, 'disputed'), change))) {
		throw new AppError('changed_meanwhile', 'task');
	}
	await recordEvent(scope, { kind: 'request', id: request.id }, 'disputed', actor.personId, now, {
		words: given.words
	});
	const news = { params: { need: request.need }, path: `/desk/requests/${request.id}`, about: task.id };
	await notify(scope, await staffIds(scope), { template: 'staff_disputed', ...news }, now);
	await notify(
		scope,
		[task.personId],
		{ template: 'task_disputed', ...news, path: `/volunteer/tasks/${task.id}` },
		now
	);
}

/**
 * Staff have asked, and it did not happen: no record is written, the promise is off and the request is back on top of
 * their list.
 */
export async function annulHelp(
	scope: Scope,
	actor: Actor,
	given: { taskId: string; words: string },
	now: Date
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const { task, request } = await taskToJudge(scope, actor, given.taskId);
	const change = { status: 'cancelled' as const, endedAt: now, reason: given.words };
	if (!(await moveTask(scope, task.id, ['done', 'disputed'], change))) {
		throw new AppError('changed_meanwhile', 'task');
	}
	const open = { life: 'open' as const, reopenedAt: now, updatedAt: now };
	await changeRequest(scope, request.id, { life: ['open', 'filled'] }, open);
	await recordEvent(scope, { kind: 'request', id: request.id }, 'annulled', actor.personId, now, {
		words: given.words
	});
	const news = {
		params: { need: request.need, words: given.words },
		path: `/volunteer/tasks/${task.id}`,
		about: task.id
	};
	await notify(scope, [task.personId], { template: 'task_annulled', ...news }, now);
	await tellAsker(scope, request, 'request_reopened', now);
	await askNext(scope, request.id, now);
}

async function taskToJudge(
	scope: Scope,
	actor: Actor,
	taskId: string
): Promise<{ task: TaskRow; request: RequestRow }> {
	const task = await taskById(scope, taskId);
	if (!task) throw new AppError('not_found');
	const request = await requestFor(scope, actor, task.subjectId);
	// nobody confirms his own service, staff or not
	if (task.personId === actor.personId) throw new AppError('not_allowed', 'own_service');
	return { task, request };
}

/** Done when every promise has ended well. */
async function endRequest(scope: Scope, request: RequestRow, now: Date): Promise<void> {
	const tasks = await tasksFor(scope, 'help', [request.id]);
	const ended = tasks.filter((one) => one.status === 'confirmed' || one.status === 'resolved').length;
	if (ended < request.peopleNeeded) return;
	await changeRequest(scope, request.id, { life: ['filled'] }, { life: 'done', updatedAt: now });
}

/**
 * Takes a request back, or closes it: by the one helped, the one who asked, or staff with words that they read.
 * Promises that stand are cancelled and everyone on the way is told.
 */
export async function cancelRequest(
	scope: Scope,
	actor: Actor,
	given: { id: string; words: string | null },
	now: Date
): Promise<void> {
	const seen = await requestFor(scope, actor, given.id);
	const request = await requestForUpdate(scope, seen.id);
	if (!request) throw new AppError('not_found');
	const own = request.forPersonId === actor.personId || request.askedBy === actor.personId;
	const life = own ? 'cancelled' : 'closed';
	if (request.life === life) return;
	const change = { life, staffWords: own ? null : given.words, updatedAt: now } as const;
	if (!(await changeRequest(scope, request.id, { life: ['open', 'filled'] }, change))) {
		throw new AppError('not_possible_now', 'request_ended');
	}
	await recordEvent(scope, { kind: 'request', id: request.id }, life, actor.personId, now, {
		words: given.words
	});
	await standDown(scope, request, now);
	if (!own) await tellAsker(scope, request, 'request_closed', now, given.words ? { words: given.words } : {});
}

/** Calls off everyone who was asked or has promised. */
async function standDown(scope: Scope, request: RequestRow, now: Date): Promise<void> {
	const approval = await query.standingApproval(scope, request.id);
	if (approval) {
		await query.endApproval(scope, approval.id, 'withdrawn', now);
		for (const { id, personId, reached } of await query.withdrawOpenOffers(scope, approval.id, now)) {
			if (reached)
				await notify(scope, [personId], { template: 'offer_withdrawn', path: '/volunteer', about: id }, now);
		}
	}
	for (const task of await tasksFor(scope, 'help', [request.id])) {
		const change = { status: 'cancelled' as const, endedAt: now, reason: 'request_cancelled' };
		if (!(await moveTask(scope, task.id, [...standingStates], change))) continue;
		const news = { params: { need: request.need }, path: `/volunteer/tasks/${task.id}`, about: task.id };
		await notify(scope, [task.personId], { template: 'task_cancelled', ...news }, now);
	}
}
