import { staffIds } from '#lib/accounts/role-queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue, jobKind } from '#lib/jobs/queue.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { changeRequest, requestForUpdate, type RequestRow } from '#lib/requests/queries.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { tasksFor } from '#lib/tasks/queries.server.ts';
import { mayBeAsked, openStates } from './again.ts';
import { budgetFor, readAround, toldLately, type Around, type Budget } from './budget.server.ts';
import { offerExpiry } from './expiry.ts';
import { undoSeconds } from './offers.ts';
import * as query from './queries.server.ts';
import { nextWave } from './wave.ts';

/** Sends an offer that waited out the time for undoing. */
export const offerDue = jobKind<{ offerId: string }>('offer.due');

/** Offers of grids with few volunteers leave the queue before others that are due. */
export const scarceFirst = 10;

/**
 * Makes offers to the next of the approved, as many as are asked at once. When the list is used up and nobody is being
 * asked, the request is back with staff, on top of their list. Whoever changes offers locks their request first, so
 * two of them never work on the same request at once and never wait for each other in a circle.
 * @param around given where it was read for many at once
 */
export async function advance(scope: Scope, approvalId: string, now: Date, around?: Around): Promise<void> {
	const seen = await query.approvalById(scope, approvalId);
	const request = seen && (await requestForUpdate(scope, seen.requestId));
	const approval = request && (await query.approvalById(scope, approvalId));
	if (approval?.status !== 'standing' || request?.life !== 'open') return;
	const offers = await query.offersOf(scope, [request.id]);
	const open = offers.filter((one) => one.approvalId === approvalId && openStates.has(one.status)).length;
	const promised = (await tasksFor(scope, 'help', [request.id])).filter(
		({ status }) => status !== 'cancelled' && status !== 'dropped_out'
	);
	const places = request.peopleNeeded - promised.length;
	if (places <= 0) return;
	const left = (await query.approvedOf(scope, approvalId)).filter(({ personId, during }) =>
		mayBeAsked(
			offers.filter((one) => one.personId === personId),
			approvalId,
			promised.some((one) => one.personId === personId),
			during,
			now
		)
	);
	if (left.length > 0)
		await ask(scope, { request, approval, left, places, open }, around ?? (await readAround(scope)), now);
	else if (open === 0) await handBack(scope, request, approvalId, now);
}

interface Standing {
	request: RequestRow;
	approval: query.ApprovalRow;
	/** Who may still be asked, in order. */
	left: query.ApprovedRow[];
	places: number;
	open: number;
}

async function ask(
	scope: Scope,
	{ request, approval, left, ...state }: Standing,
	around: Around,
	now: Date
): Promise<void> {
	const budget = budgetFor(request, around, now);
	const ids = left.map(({ personId }) => personId);
	const told = await toldLately(scope, ids, now);
	const reserves = left.map((one) => ({ ...one, told: told.get(one.personId) ?? 0 }));
	const wave = nextWave(reserves, { urgency: request.urgency, ...state, ...budget });
	const { scarce } = budget;
	const { zone } = around;
	for (const one of wave.ask) {
		const beyondBudget = wave.beyondBudget.includes(one);
		await makeOffer(scope, request, approval, one, { scarce, beyondBudget, zone }, now);
	}
	if (wave.beyondBudget.length > 0) await tellOfBudget(scope, request, approval.id, now);
}

async function makeOffer(
	scope: Scope,
	request: RequestRow,
	approval: query.ApprovalRow,
	candidate: query.ApprovedRow,
	{ zone, ...marks }: Pick<Budget, 'scarce'> & { beyondBudget: boolean; zone: string },
	now: Date
): Promise<void> {
	const undoUntil = new Date(approval.approvedAt.getTime() + undoSeconds * 1000);
	const goesOutAt = undoUntil > now ? undoUntil : now;
	const id = newId();
	const made = await query.addOffer(scope, {
		id,
		requestId: request.id,
		approvalId: approval.id,
		personId: candidate.personId,
		during: candidate.during,
		status: 'waiting',
		goesOutAt,
		expiresAt: offerExpiry(request.urgency, goesOutAt, candidate.during.start, zone),
		...marks,
		createdAt: now
	});
	if (made) await enqueue(scope, offerDue, { offerId: id }, goesOutAt, marks.scarce ? scarceFirst : 0);
}

/** Somebody has had his share of offers this week and was asked all the same: staff should know, once. */
async function tellOfBudget(scope: Scope, request: RequestRow, approvalId: string, now: Date): Promise<void> {
	const news = { params: { need: request.need }, path: `/desk/requests/${request.id}`, about: approvalId };
	await notify(scope, await staffIds(scope), { template: 'staff_budget_lifted', ...news }, now);
}

/** Everyone on the list was asked: staff look at it again. */
async function handBack(scope: Scope, request: RequestRow, approvalId: string, now: Date): Promise<void> {
	await query.endApproval(scope, approvalId, 'used_up', now);
	await changeRequest(scope, request.id, { life: ['open'] }, { reopenedAt: now, updatedAt: now });
	await recordEvent(scope, { kind: 'request', id: request.id }, 'used_up', null, now);
	const news = { params: { need: request.need }, path: `/desk/requests/${request.id}`, about: approvalId };
	await notify(scope, await staffIds(scope), { template: 'staff_used_up', ...news }, now);
}
