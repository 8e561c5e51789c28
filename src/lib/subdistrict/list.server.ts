import { inCommon, inCommunity } from '#lib/db/client.server.ts';
import { listCampaigns, type ListedCampaign } from '#lib/pairings/queries.server.ts';
import type { SupervisedCommunity } from '#lib/accounts/account-queries.server.ts';
import { jointCampaignsOf } from './queries.server.ts';
import type { Supervisor } from './supervisor.server.ts';
import { jointHead, type JointHead } from './words.ts';

/** A joint campaign in the supervisor's list. */
export interface JointLine extends JointHead {
	residents: number;
	pairs: number;
	met: number;
}

/** The campaigns of the supervisor's sub-districts, the newest first. */
export async function jointLines({ communities }: Supervisor): Promise<JointLine[]> {
	const subdistricts = [...new Set(communities.map(({ subdistrictId }) => subdistrictId))];
	const joint = await inCommon((scope) => jointCampaignsOf(scope, subdistricts));
	const parts: (ListedCampaign & { community: SupervisedCommunity })[] = [];
	for (const community of joint.length > 0 ? communities : []) {
		const listed = await inCommunity(community.id, listCampaigns);
		parts.push(...listed.map((one) => ({ ...one, community })));
	}
	return joint.map((row) => {
		const mine = parts.filter(({ campaign }) => campaign.subdistrictCampaignId === row.id);
		const sum = (of: (one: ListedCampaign) => number) => mine.reduce((total, one) => total + of(one), 0);
		return {
			...jointHead(row, mine),
			residents: sum(({ residents }) => residents),
			pairs: sum(({ pairs }) => pairs),
			met: sum(({ met }) => met)
		};
	});
}
