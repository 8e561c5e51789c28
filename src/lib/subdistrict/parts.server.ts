import { inCommunities, type Scope } from '#lib/db/client.server.ts';
import { campaignForUpdate, type CampaignRow } from '#lib/pairings/queries.server.ts';
import { jointCampaignForUpdate, type JointCampaignRow } from './queries.server.ts';
import { ownCampaign, partnersOf, type Supervisor } from './supervisor.server.ts';

/** A community's part of a joint campaign, locked, with the scope in which to change it. */
export interface LockedPart {
	scope: Scope;
	campaign: CampaignRow;
}

/**
 * One transaction over all communities of a campaign, in which nobody else pairs or changes it: all of it happens or
 * nothing. Everybody locks in the same order.
 * @throws AppError `not_found`
 */
export async function overParts<T>(
	supervisor: Supervisor,
	id: string,
	work: (parts: LockedPart[], joint: JointCampaignRow) => Promise<T>
): Promise<T> {
	const partners = await partnersOf(supervisor, await ownCampaign(supervisor, id));
	return inCommunities(
		partners.map(({ community }) => community.id),
		async (scopes) => {
			const joint = (await jointCampaignForUpdate(scopes[0]!, id))!;
			const parts: LockedPart[] = [];
			for (const [at, scope] of scopes.entries()) {
				parts.push({ scope, campaign: (await campaignForUpdate(scope, partners[at]!.campaign.id))! });
			}
			return work(parts, joint);
		}
	);
}
