import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { campaignById, type CampaignRow } from './queries.server.ts';
import { campaignTag, kindName } from './words.ts';

/** What stands above every page of a campaign. */
export interface CampaignHead {
	id: string;
	name: string;
	line: string;
	standing: boolean;
	closed: boolean;
	/** The community's part of a campaign of the sub-district. */
	joint: boolean;
	state: { words: string; tone: Tone };
}

/** A campaign, and its head in words. @throws AppError `not_found` */
export async function campaignHead(
	scope: Scope,
	id: string
): Promise<{ campaign: CampaignRow; head: CampaignHead }> {
	const campaign = await campaignById(scope, id);
	if (!campaign) throw new AppError('not_found');
	const days = m.pairings_days({ from: campaign.fromDay, to: campaign.toDay });
	return {
		campaign,
		head: {
			id,
			name: campaign.name,
			line: [kindName(campaign.kind), days].join(' · '),
			standing: campaign.kind === 'standing',
			closed: campaign.status === 'closed',
			joint: campaign.subdistrictCampaignId !== null,
			state: campaignTag(campaign.status)
		}
	};
}
