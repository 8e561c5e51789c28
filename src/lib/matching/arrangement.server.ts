import { peopleByIds } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { helpSpan } from '#lib/tasks/help-span.ts';
import { tasksFor, type TaskRow } from '#lib/tasks/queries.server.ts';
import type { TaskState } from '#lib/tasks/tasks.ts';
import { sayMinutes, saySpan, sayWhen, type Here } from '#lib/ui/dates.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { askedBy, askedUnder, askingRemarks, type Asked } from './asked.server.ts';
import { undoSeconds } from './offers.ts';
import * as query from './queries.server.ts';

/** Somebody who was approved for a request, and where that stands. */
export interface AskedOne extends Asked {
	name: string;
}

/** A promise made for a request. */
export interface Promised {
	taskId: string;
	personId: string;
	name: string;
	when: string;
	state: TaskState;
	words: string;
	tone: Tone;
	/** As the volunteer or the record gives them. */
	minutes: string | null;
	/** What a dispute is about. */
	dispute: string | null;
}

/** What has come of a request so far. */
export interface Arrangement {
	/** The approval that stands, by whom and when. */
	approval: { id: string; by: string; at: string; overrideReason: string | null; undoSeconds: number } | null;
	asked: AskedOne[];
	/** How the asking goes, where it is not one after the other. */
	remarks: string[];
	/** Asked under approvals that have ended, and not coming. */
	before: AskedOne[];
	promised: Promised[];
}

/** Who was asked for a request, what they said, and who promised. */
export async function arrangementOf(
	scope: Scope,
	{ id: requestId, peopleNeeded }: { id: string; peopleNeeded: number },
	here: Here
): Promise<Arrangement> {
	const approval = await query.standingApproval(scope, requestId);
	const offers = await query.offersOf(scope, [requestId]);
	const tasks = await tasksFor(scope, 'help', [requestId]);
	const under = offers.filter(({ approvalId }) => approvalId === approval?.id);
	const asked = approval ? await askedUnder(scope, approval, under, here) : [];
	const names = await namesOf(scope, [
		...[...offers, ...asked, ...tasks].map(({ personId }) => personId),
		...(approval ? [approval.approvedBy] : [])
	]);
	const named = (one: Asked): AskedOne => ({ ...one, name: names.get(one.personId) ?? '' });
	const promised = tasks.map((task) => promisedOf(task, names.get(task.personId) ?? '', here));
	return {
		approval: approval
			? {
					id: approval.id,
					by: names.get(approval.approvedBy) ?? '',
					at: sayWhen(approval.approvedAt, here),
					overrideReason: approval.overrideReason,
					undoSeconds: secondsLeft(approval.approvedAt, here.now)
				}
			: null,
		asked: asked.map(named),
		remarks: askingRemarks(under, peopleNeeded - promised.filter(isKept).length),
		before: offers
			.filter(
				({ approvalId, sentAt, status }) => approvalId !== approval?.id && sentAt && status !== 'accepted'
			)
			.map((one) => named(askedBy(one, here))),
		promised
	};
}

const isKept = ({ state }: Promised) => state !== 'cancelled' && state !== 'dropped_out';

async function namesOf(scope: Scope, ids: string[]): Promise<Map<string, string>> {
	const people = await peopleByIds(scope, [...new Set(ids)]);
	return new Map(people.map(({ id, name }) => [id, name]));
}

function secondsLeft(approvedAt: Date, now: Date): number {
	return Math.max(0, undoSeconds - Math.ceil((now.getTime() - approvedAt.getTime()) / 1000));
}

function promisedOf(task: TaskRow, name: string, here: Here): Promised {
	const [words, tone] = taskStates[task.status];
	return {
		taskId: task.id,
		personId: task.personId,
		name,
		when: saySpan(helpSpan(task), here),
		state: task.status,
		words: words(),
		tone,
		minutes: task.minutes === null ? null : sayMinutes(task.minutes),
		dispute: task.status === 'disputed' ? task.reason : null
	};
}

/** How staff call the states of a promise. */
export const taskStates: Record<TaskState, [() => string, Tone]> = {
	planned: [m.desk_task_planned, 'blue'],
	under_way: [m.desk_task_under_way, 'amber'],
	done: [m.desk_task_done, 'amber'],
	confirmed: [m.desk_task_confirmed, 'green'],
	disputed: [m.desk_task_disputed, 'red'],
	resolved: [m.desk_task_resolved, 'green'],
	cancelled: [m.desk_task_cancelled, 'grey'],
	dropped_out: [m.desk_task_dropped_out, 'grey']
};
