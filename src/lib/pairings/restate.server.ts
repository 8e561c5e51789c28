import type { Scope } from '#lib/db/client.server.ts';
import { costOfPlan } from './pair-up.ts';
import * as query from './queries.server.ts';

/**
 * Adds up the points of a plan anew after it was changed by hand.
 * @param compare whether what it cost before is to be seen beside it: not where pairs have left the plan
 */
export async function restate(
	scope: Scope,
	campaign: query.CampaignRow,
	now: Date,
	compare: boolean
): Promise<void> {
	const rows = await query.proposalsOf(scope, campaign.id);
	const pairs = rows.flatMap(({ memberId, cost }) => (memberId && cost !== null ? [{ memberId, cost }] : []));
	await query.changeCampaign(scope, campaign.id, [campaign.status], {
		planCost: rows.length === 0 ? null : costOfPlan(pairs),
		planCostBefore: compare ? campaign.planCost : null,
		updatedAt: now
	});
}
