import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { openCampaign } from './campaign.server.ts';
import { removeUnasked } from './pair-queries.server.ts';
import * as query from './queries.server.ts';
import { restate } from './restate.server.ts';
import { offersLeaveAt } from './send-offer.server.ts';

/**
 * Takes back what was approved at one moment, as long as nobody has been asked: the pairs are in the plan again.
 * @returns how many
 * @throws AppError `changed_meanwhile` / `offers_left` where the offers have left, or there were none
 */
export async function undoPairs(
	scope: Scope,
	actor: Actor,
	{ id, at }: { id: string; at: Date },
	now: Date
): Promise<number> {
	const campaign = await openCampaign(scope, actor, id);
	const isLate = offersLeaveAt(at) <= now;
	const gone = isLate ? [] : await removeUnasked(scope, id, at);
	if (gone.length === 0) throw new AppError('changed_meanwhile', 'offers_left');
	const members = new Set(await query.memberIdsOf(scope, id));
	await query.addProposals(
		scope,
		id,
		gone.map(({ residentId, memberId, cost, parts }) => {
			// a colleague may have taken the member off the list since
			const still = members.has(memberId)
				? { memberId, cost, parts }
				: { memberId: null, cost: null, parts: [] };
			return { residentId, ...still, beforeId: still.memberId, stopped: [], helps: [] };
		})
	);
	await restate(scope, campaign, now, false);
	await recordEvent(scope, { kind: 'campaign', id }, 'approval_undone', actor.personId, now, {
		pairs: gone.length
	});
	return gone.length;
}
