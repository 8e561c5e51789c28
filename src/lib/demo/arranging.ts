import type { Candidate } from '#lib/matching/matching.ts';
import { offerExpiry } from '#lib/matching/expiry.ts';
import { undoSeconds, type DeclineReason } from '#lib/matching/offers.ts';
import { reminderAt } from '#lib/matching/reminder.ts';
import { shortlist, type Shortlist } from '#lib/matching/shortlist.ts';
import { defaultWeights } from '#lib/matching/weights.ts';
import { dayOf, minute } from '#lib/shared/time.ts';
import { change, requestFacts, tellAsker, type Help } from './asking.ts';
import { demoZone } from './calendar.ts';
import { happened, tell, type Draft } from './draft.ts';
import { momentOf, volunteerFacts, type Helper } from './helpers.ts';
import type { ApprovalRow, OfferRow, PersonRow, TaskRow } from './rows.ts';

/** The best volunteers for a request at a moment, found by the rules that the app itself matches with. */
export function bestFor(
	draft: Draft,
	help: Help,
	helpers: readonly Helper[],
	now: Date,
	limit: number
): Shortlist {
	const facts = requestFacts(draft, help);
	const { id } = help.person;
	const moment = momentOf(now, help.windows[0]!.start, id, draft.lastHelper.get(id));
	const skilled = helpers.filter(({ skills }) => skills.some(({ skill }) => skill === facts.skill));
	const volunteers = skilled.map((helper) => volunteerFacts(helper, moment));
	const context = { now, zone: demoZone, today: dayOf(now, demoZone) };
	return shortlist(facts, volunteers, defaultWeights, context, limit);
}

/** Staff approve volunteers in their order. */
export function approve(
	draft: Draft,
	help: Help,
	staff: PersonRow,
	chosen: Candidate[],
	at: Date
): ApprovalRow {
	const { request } = help;
	const approval: ApprovalRow = {
		id: draft.id('approval'),
		requestId: request.id,
		approvedBy: staff.id,
		approvedAt: at,
		// version 0 are the default weights
		weightsVersion: 0,
		overrideReason: null,
		status: 'standing',
		endedAt: null
	};
	draft.rows.approvals.push(approval);
	chosen.forEach(({ personId, cost, parts, start }, order) => {
		const during = { start: start!, end: new Date(start!.getTime() + request.minutes * minute) };
		draft.rows.approvedCandidates.push({
			approvalId: approval.id,
			rank: order + 1,
			personId,
			during,
			cost,
			parts,
			overridden: []
		});
	});
	change(help, at, { triage: 'accepted' });
	happened(draft, { kind: 'request', id: request.id }, 'approved', staff.id, at, { people: chosen.length });
	return approval;
}

/** An offer to one of the approved; it leaves when the time to undo is over. */
export function offer(
	draft: Draft,
	{ request }: Help,
	approval: ApprovalRow,
	one: Candidate,
	at: Date
): OfferRow {
	const goesOutAt = new Date(Math.max(at.getTime(), approval.approvedAt.getTime() + undoSeconds * 1000));
	const start = one.start!;
	const expiresAt = offerExpiry(request.urgency, goesOutAt, start, demoZone);
	const row: OfferRow = {
		id: draft.id('offer'),
		requestId: request.id,
		approvalId: approval.id,
		personId: one.personId,
		during: { start, end: new Date(start.getTime() + request.minutes * minute) },
		status: 'sent',
		goesOutAt,
		sentAt: goesOutAt,
		expiresAt,
		remindAt: reminderAt(goesOutAt, expiresAt, demoZone),
		remindedAt: null,
		scarce: false,
		beyondBudget: false,
		answeredAt: null,
		declineReason: null,
		proposed: null,
		createdAt: at
	};
	draft.rows.offers.push(row);
	happened(draft, { kind: 'request', id: request.id }, 'offered', null, goesOutAt);
	const news = { params: { need: request.need }, path: `/volunteer/offers/${row.id}`, about: row.id };
	tell(draft, row.personId, { template: 'offer_new', ...news, at: goesOutAt });
	return row;
}

export function decline(draft: Draft, help: Help, offer: OfferRow, reason: DeclineReason, at: Date): void {
	Object.assign(offer, { status: 'declined', declineReason: reason, answeredAt: at });
	help.declinedBy.push(offer.personId);
	happened(draft, { kind: 'request', id: help.request.id }, 'declined', offer.personId, at);
}

/** No answer came in time. */
export function lapse(draft: Draft, help: Help, offer: OfferRow): void {
	Object.assign(offer, { status: 'lapsed', answeredAt: offer.expiresAt });
	happened(draft, { kind: 'request', id: help.request.id }, 'lapsed', null, offer.expiresAt);
}

/** The volunteer says yes: the offer becomes a task, and the address opens to him. */
export function accept(draft: Draft, help: Help, offer: OfferRow, at: Date): TaskRow {
	const { request } = help;
	const { personId, during } = offer;
	Object.assign(offer, { status: 'accepted', answeredAt: at });
	const news = draft.rows.notices.find(({ newsKey }) => newsKey === `offer_new:${offer.id}`);
	if (news) news.readAt = at;
	const task: TaskRow = {
		id: draft.id('task'),
		kind: 'help',
		subjectId: request.id,
		personId,
		forPersonId: help.person.id,
		during,
		status: 'planned',
		startedAt: null,
		finishedAt: null,
		minutes: null,
		note: null,
		photoId: null,
		endedAt: null,
		reason: null,
		createdAt: at
	};
	draft.rows.tasks.push(task);
	const place = draft.rows.buildings.find(({ id }) => id === request.buildingId) ?? null;
	helperOf(draft, personId).promised.push({ during, place, droppedAt: null });
	happened(draft, { kind: 'request', id: request.id }, 'accepted_offer', personId, at, {
		start: during.start.toISOString(),
		end: during.end.toISOString()
	});
	draft.rows.openings.push({
		id: draft.id('opening'),
		personId: help.person.id,
		what: 'address_and_phone',
		reason: 'task_accepted',
		actorId: personId,
		at
	});
	return task;
}

/** All places are taken: the request is arranged. */
export function fill(draft: Draft, help: Help, approval: ApprovalRow, at: Date): void {
	change(help, at, { life: 'filled', reopenedAt: null });
	Object.assign(approval, { status: 'filled', endedAt: at });
	tellAsker(draft, help, 'request_arranged', at);
}

export function helperOf(draft: Draft, personId: string): Helper {
	const helper = draft.helpers.find(({ person }) => person.id === personId);
	if (!helper) throw new Error('no such helper');
	return helper;
}
