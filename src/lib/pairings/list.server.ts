import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Tone } from '#lib/ui/ui.ts';
import { listCampaigns } from './queries.server.ts';
import { campaignTag, kindName } from './words.ts';

/** A campaign in the desk's list, in the reader's words. */
export interface CampaignLine {
	id: string;
	name: string;
	kind: string;
	days: string;
	members: number;
	residents: number;
	pairs: number;
	met: number;
	/** The community's part of a campaign of the sub-district. */
	joint: boolean;
	state: { words: string; tone: Tone };
}

/** All campaigns of the community, the newest first. */
export async function campaignLines(scope: Scope): Promise<CampaignLine[]> {
	return (await listCampaigns(scope)).map(({ campaign, ...counts }) => ({
		id: campaign.id,
		name: campaign.name,
		kind: kindName(campaign.kind),
		days: m.pairings_days({ from: campaign.fromDay, to: campaign.toDay }),
		...counts,
		joint: campaign.subdistrictCampaignId !== null,
		state: campaignTag(campaign.status)
	}));
}
