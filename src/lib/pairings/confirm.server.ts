import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { homeById } from '#lib/accounts/household-queries.server.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { statesBefore } from '#lib/shared/states.ts';
import { day } from '#lib/shared/time.ts';
import { confirmTask, type Confirmation } from '#lib/tasks/confirm.server.ts';
import { moveTask, taskById, type TaskRow } from '#lib/tasks/queries.server.ts';
import { taskTransitions } from '#lib/tasks/tasks.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import { missed, nobodyCame } from './visit-queries.server.ts';
import { visitTaskEnd } from './meet.server.ts';
import { pairingById, type PairingRow } from './pair-queries.server.ts';
import { campaignById } from './queries.server.ts';

/**
 * Confirms a visit as any other service: by the resident in the app, or by staff who called. The record counts.
 * @throws AppError as `confirmTask` does
 */
export async function confirmVisit(
	scope: Scope,
	actor: Actor,
	given: Confirmation,
	now: Date,
	zone: string
): Promise<{ recordId: string }> {
	const { task, pairing } = await visitToJudge(scope, actor, given.taskId);
	const resident = await personById(scope, pairing.residentId);
	const home = resident?.householdId ? await homeById(scope, resident.householdId) : undefined;
	const campaign = await campaignById(scope, pairing.campaignId);
	const served = {
		subject: { kind: 'pairing', id: pairing.id },
		need: campaign!.need,
		buildingId: home?.buildingId ?? null,
		minutes: pairing.minutes
	} as const;
	const answer = await confirmTask(scope, actor, task, served, given, now, zone);
	const news = { params: { need: campaign!.need }, path: `/volunteer/pairs/${pairing.id}`, about: task.id };
	await notify(scope, [task.personId], { template: 'task_confirmed', ...news }, now);
	return answer;
}

async function visitToJudge(
	scope: Scope,
	actor: Actor,
	taskId: string
): Promise<{ task: TaskRow; pairing: PairingRow }> {
	const task = await taskById(scope, taskId);
	const pairing = task?.kind === 'visit' ? await pairingById(scope, task.subjectId) : undefined;
	const mayJudge = task && (task.forPersonId === actor.personId || isStaff(actor));
	if (!pairing || !mayJudge) throw new AppError('not_found');
	return { task, pairing };
}

/** Days within which a resident may say that a visit which was reported did not happen. */
export const disputeDays = 14;

/** True while she may still say so. */
export function mayDispute({ status, finishedAt, during }: TaskRow, now: Date): boolean {
	const since = finishedAt ?? during.end;
	return status === 'done' && now.getTime() - since.getTime() <= disputeDays * day;
}

/**
 * The resident says that nobody came: staff look into it, no record is written, and no figure counts the visit until then.
 * @throws AppError `not_found`, `changed_meanwhile` / `task`, `not_possible_now` / `dispute_late`
 */
export async function disputeVisit(scope: Scope, actor: Actor, taskId: string, now: Date): Promise<void> {
	const { task, pairing } = await visitToJudge(scope, actor, taskId);
	if (task.forPersonId !== actor.personId) throw new AppError('not_found');
	if (task.status === 'done' && !mayDispute(task, now)) {
		throw new AppError('not_possible_now', 'dispute_late', { days: disputeDays });
	}
	const change = { status: 'disputed' as const, reason: nobodyCame };
	if (!(await moveTask(scope, task.id, statesBefore(taskTransitions, 'disputed'), change))) {
		throw new AppError('changed_meanwhile', 'task');
	}
	await recordEvent(scope, { kind: 'pairing', id: pairing.id }, 'visit_disputed', actor.personId, now);
	const { need } = (await campaignById(scope, pairing.campaignId))!;
	const news = { params: { need }, about: task.id };
	const forStaff = { ...news, template: 'staff_disputed', path: `/desk/records/confirm/${task.id}` } as const;
	await notify(scope, await staffIds(scope), forStaff, now);
	const forMember = { ...news, template: 'task_disputed', path: `/volunteer/pairs/${pairing.id}` } as const;
	await notify(scope, [task.personId], forMember, now);
}

/**
 * Staff have asked, and the visit did not happen: it counts as missed and no record is written.
 */
export async function annulVisit(scope: Scope, actor: Actor, taskId: string, now: Date): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const { task, pairing } = await visitToJudge(scope, actor, taskId);
	const off = { status: 'cancelled' as const, reason: missed, endedAt: now };
	if (!(await moveTask(scope, task.id, ['done', 'disputed'], off)))
		throw new AppError('changed_meanwhile', 'task');
	await recordEvent(scope, { kind: 'pairing', id: pairing.id }, 'visit_missed', actor.personId, now);
}

/**
 * Staff have asked by telephone, and a visit that nobody reported did happen: it is done, and can be confirmed.
 * @param given.minutes minutes of service, 1 … 1440
 */
export async function reportVisit(
	scope: Scope,
	actor: Actor,
	given: { taskId: string; minutes: number },
	now: Date
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const { task } = await visitToJudge(scope, actor, given.taskId);
	if (task.personId === actor.personId) throw new AppError('not_allowed', 'own_service');
	if (task.during.start > now) throw new AppError('not_possible_now', 'visit_ahead');
	const change = { status: 'done' as const, finishedAt: now, minutes: given.minutes };
	const done = await moveTask(scope, task.id, ['planned', 'under_way'], change);
	if (!done) throw new AppError('changed_meanwhile', 'task');
	await recordEvent(scope, { kind: 'pairing', id: task.subjectId }, 'finished', actor.personId, now, {
		minutes: given.minutes
	});
	await visitTaskEnd.done(scope, done, now);
}
