import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { recordEvent, type Subject } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { addRecord } from '#lib/records/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { statesBefore } from '#lib/shared/states.ts';
import { dayOf } from '#lib/shared/time.ts';
import { moveTask, type TaskRow } from './queries.server.ts';
import { taskTransitions } from './tasks.ts';

/** What the one helped, or staff by telephone, say of a task that is done. */
export interface Confirmation {
	taskId: string;
	/** 1 … 5. */
	rating: number | null;
	thanks: string | null;
	/** Minutes put right by staff, with why; the volunteer's own otherwise. */
	minutes?: number;
	reason?: string | null;
}

/** What the record says beside that. */
export interface Served {
	subject: Subject;
	need: string;
	buildingId: string | null;
	/** Minutes where the volunteer gave none. */
	minutes: number;
}

/**
 * Confirms a task: the record is written and counts. The one helped confirms in the app; staff do it by telephone
 * when there is no answer, and the record says so. Who may speak for the one helped is the caller's to ask.
 * @throws AppError `not_allowed` / `own_service`, `invalid` / `minutes_reason` where minutes are put right without a
 *   reason, `changed_meanwhile` / `task`
 */
export async function confirmTask(
	scope: Scope,
	actor: Actor,
	task: TaskRow,
	served: Served,
	given: Omit<Confirmation, 'taskId'>,
	now: Date,
	zone: string
): Promise<{ recordId: string }> {
	// nobody confirms his own service, staff or not
	if (task.personId === actor.personId) throw new AppError('not_allowed', 'own_service');
	// who asked for somebody else answers in the app for them; staff answer for whom they have called
	const receiver = task.forPersonId === actor.personId || !isStaff(actor);
	const to = task.status === 'disputed' ? 'resolved' : 'confirmed';
	if (to === 'resolved' && !isStaff(actor)) throw new AppError('not_allowed');
	const righted = given.minutes !== undefined && given.minutes !== task.minutes;
	if (righted && !isStaff(actor)) throw new AppError('not_allowed');
	if (righted && !given.reason) throw new AppError('invalid', 'minutes_reason');
	const moved = await moveTask(scope, task.id, statesBefore(taskTransitions, to), {
		status: to,
		endedAt: now
	});
	if (!moved) throw new AppError('changed_meanwhile', 'task');
	const recordId = newId();
	await addRecord(scope, {
		id: recordId,
		personId: task.personId,
		forPersonId: task.forPersonId,
		taskId: task.id,
		need: served.need,
		buildingId: served.buildingId,
		minutes: given.minutes ?? task.minutes ?? served.minutes,
		servedOn: dayOf(task.startedAt ?? task.during.start, zone),
		rating: given.rating,
		thanks: given.thanks,
		confirmedBy: receiver ? 'receiver' : 'telephone',
		confirmerId: actor.personId,
		confirmedAt: now
	});
	await recordEvent(scope, served.subject, 'confirmed', actor.personId, now, {
		by: receiver ? 'receiver' : 'telephone',
		...(righted ? { minutes: given.minutes!, reason: given.reason! } : {})
	});
	return { recordId };
}
