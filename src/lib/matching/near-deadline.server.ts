import { staffIds } from '#lib/accounts/role-queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue, jobKind } from '#lib/jobs/queue.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { communityById } from '#lib/places/queries.server.ts';
import { requestForUpdate, requestsByIds, type RequestRow } from '#lib/requests/queries.server.ts';
import { isNearDeadline, nearFrom, softCaps } from './deadline.ts';
import { contextAt, factsFor } from './facts.server.ts';
import { weightsInForce } from './propose.server.ts';
import { offersOf, standingApproval } from './queries.server.ts';
import { shortlist } from './shortlist.ts';
import { advance } from './wave.server.ts';
import type { Weights } from './weights.ts';

/** Looks at a request whose deadline is near. */
export const deadlineNears = jobKind<{ requestId: string }>('request.deadline_nears');

/** Works `deadlineSet`: each is looked at again when its soft caps lift. */
export async function watchDeadlines(
	scope: Scope,
	{ requestIds }: { requestIds: string[] },
	now: Date
): Promise<void> {
	const { weights } = await weightsInForce(scope);
	for (const { id, deadline } of await requestsByIds(scope, requestIds)) {
		if (deadline > now) await enqueue(scope, deadlineNears, { requestId: id }, nearFrom(deadline, weights));
	}
}

/**
 * Works `deadlineNears`: nobody has taken it, so limits of comfort lift. Staff are told once, with how many more could be
 * asked, and where volunteers are being asked those are who had been passed over. Where the deadline or the weights
 * have changed meanwhile it is looked at again later.
 */
export async function liftCaps(scope: Scope, { requestId }: { requestId: string }, now: Date): Promise<void> {
	const request = await requestForUpdate(scope, requestId);
	if (request?.life !== 'open' || request.deadline <= now) return;
	const { weights } = await weightsInForce(scope);
	if (!isNearDeadline(request, weights, now)) {
		return enqueue(scope, deadlineNears, { requestId }, nearFrom(request.deadline, weights));
	}
	// who asks at the last moment is seen with the caps lifted from the first
	const known = request.createdAt >= nearFrom(request.deadline, weights);
	const count = known ? 0 : await broughtByLifting(scope, request, weights, now);
	const news = {
		params: { need: request.need, count },
		path: `/desk/requests/${requestId}`,
		about: requestId
	};
	if (count > 0) await notify(scope, await staffIds(scope), { template: 'staff_caps_lifted', ...news }, now);
	const approval = await standingApproval(scope, requestId);
	if (approval) await advance(scope, approval.id, now);
}

/** How many pass all gates but the soft caps and have not been asked. */
async function broughtByLifting(
	scope: Scope,
	request: RequestRow,
	weights: Weights,
	now: Date
): Promise<number> {
	const { zone } = (await communityById(scope, scope.communityId))!;
	const facts = await factsFor(scope, request, now, zone);
	const asked = new Set((await offersOf(scope, [request.id])).map(({ personId }) => personId));
	const others = facts.volunteers.filter(({ personId }) => !asked.has(personId));
	const context = contextAt(now, zone);
	const eligible = (lifted: typeof softCaps | []) =>
		shortlist(facts.request, others, weights, { ...context, lifted }, 1).eligible;
	return eligible(softCaps) - eligible([]);
}
