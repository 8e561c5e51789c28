import { peopleByIds } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { helpSpan } from '#lib/tasks/help-span.ts';
import { tasksFor, type TaskRow } from '#lib/tasks/queries.server.ts';
import type { TaskState } from '#lib/tasks/tasks.ts';
import { sayMinutes, saySpan, sayWhen, type Here } from '#lib/ui/dates.ts';
import type { Tone } from '#lib/ui/ui.ts';
import type { OfferState } from './offers.ts';
import { undoSeconds } from './offers.ts';
import * as query from './queries.server.ts';

/** Somebody who was approved for a request, and where that stands. */
export interface AskedOne {
	personId: string;
	name: string;
	/** Null while only in reserve. */
	offerId: string | null;
	state: OfferState | 'reserve';
	words: string;
	tone: Tone;
	/** Another time that was proposed and awaits an answer. */
	proposed: string | null;
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
	/** Asked under approvals that have ended, and not coming. */
	before: AskedOne[];
	promised: Promised[];
}

/** Who was asked for a request, what they said, and who promised. */
export async function arrangementOf(scope: Scope, requestId: string, here: Here): Promise<Arrangement> {
	const approval = await query.standingApproval(scope, requestId);
	const offers = await query.offersOf(scope, [requestId]);
	const approved = approval ? await query.approvedOf(scope, approval.id) : [];
	const tasks = await tasksFor(scope, 'help', [requestId]);
	const names = await namesOf(scope, [
		...[...offers, ...approved, ...tasks].map(({ personId }) => personId),
		...(approval ? [approval.approvedBy] : [])
	]);
	const askedOne = (personId: string, offer: query.OfferRow | undefined): AskedOne => ({
		personId,
		name: names.get(personId) ?? '',
		...offerWords(offer, here)
	});
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
		asked: approved.map(({ personId }) =>
			askedOne(
				personId,
				offers.find((one) => one.approvalId === approval?.id && one.personId === personId)
			)
		),
		before: offers
			.filter(
				({ approvalId, sentAt, status }) => approvalId !== approval?.id && sentAt && status !== 'accepted'
			)
			.map((one) => askedOne(one.personId, one)),
		promised: tasks.map((task) => promisedOf(task, names.get(task.personId) ?? '', here))
	};
}

async function namesOf(scope: Scope, ids: string[]): Promise<Map<string, string>> {
	const people = await peopleByIds(scope, [...new Set(ids)]);
	return new Map(people.map(({ id, name }) => [id, name]));
}

function secondsLeft(approvedAt: Date, now: Date): number {
	return Math.max(0, undoSeconds - Math.ceil((now.getTime() - approvedAt.getTime()) / 1000));
}

function offerWords(offer: query.OfferRow | undefined, here: Here): Omit<AskedOne, 'personId' | 'name'> {
	if (!offer) {
		return { offerId: null, state: 'reserve', words: m.desk_offer_reserve(), tone: 'grey', proposed: null };
	}
	const [words, tone] = offerStates[offer.status](offer, here);
	const proposed =
		offer.status === 'other_time_proposed' && offer.proposed ? saySpan(offer.proposed, here) : null;
	return { offerId: offer.id, state: offer.status, words, tone, proposed };
}

type OfferWords = (offer: query.OfferRow, here: Here) => [string, Tone];

/** Why somebody said no is not told: it must cost nobody anything. */
const offerStates: Record<OfferState, OfferWords> = {
	waiting: () => [m.desk_offer_waiting(), 'blue'],
	sent: ({ expiresAt }, here) => [m.desk_offer_sent({ until: sayWhen(expiresAt, here) }), 'blue'],
	accepted: () => [m.desk_offer_accepted(), 'green'],
	declined: () => [m.desk_offer_declined(), 'grey'],
	other_time_proposed: () => [m.desk_offer_other_time(), 'amber'],
	lapsed: () => [m.desk_offer_lapsed(), 'grey'],
	withdrawn: () => [m.desk_offer_withdrawn(), 'grey']
};

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
