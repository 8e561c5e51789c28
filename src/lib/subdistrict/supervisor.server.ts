import { supervisedCommunities, type SupervisedCommunity } from '#lib/accounts/account-queries.server.ts';
import { inCommon, inCommunity } from '#lib/db/client.server.ts';
import { campaignOfSubdistrict, type CampaignRow } from '#lib/pairings/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { jointCampaignById, type JointCampaignRow } from './queries.server.ts';

/** A comrade at the sub-district, who may see all its communities. Verbs over several of them take it first. */
export interface Supervisor {
	accountId: string;
	communities: readonly SupervisedCommunity[];
}

/** An account as supervisor; null where it is none. */
export async function loadSupervisor(accountId: string): Promise<Supervisor | null> {
	const communities = await inCommon((scope) => supervisedCommunities(scope, accountId));
	return communities.length > 0 ? { accountId, communities } : null;
}

/** A community that takes part in a joint campaign, with its own part of it. */
export interface Partner {
	community: SupervisedCommunity;
	campaign: CampaignRow;
}

/** A campaign of the supervisor's own sub-district. @throws AppError `not_found` */
export async function ownCampaign(supervisor: Supervisor, id: string): Promise<JointCampaignRow> {
	const row = await inCommon((scope) => jointCampaignById(scope, id));
	const isOwn = row && supervisor.communities.some((one) => one.subdistrictId === row.subdistrictId);
	if (!isOwn) throw new AppError('not_found');
	return row;
}

/** The communities that take part in a campaign, by the order of their ids. */
export async function partnersOf(supervisor: Supervisor, joint: JointCampaignRow): Promise<Partner[]> {
	const partners: Partner[] = [];
	for (const community of supervisor.communities) {
		if (community.subdistrictId !== joint.subdistrictId) continue;
		const campaign = await inCommunity(community.id, (scope) => campaignOfSubdistrict(scope, joint.id));
		if (campaign) partners.push({ community, campaign });
	}
	return partners.sort((a, b) => (a.community.id < b.community.id ? -1 : 1));
}
