import type { CampaignSaid } from '#lib/pairings/campaign.server.ts';
import { campaignKinds, mostPairs, rhythms } from '#lib/pairings/pairings.ts';
import { choice, day, optionalText, optionalWhole, text, whole, z } from '#lib/web/schema.server.ts';

const said = {
	name: text(60),
	purpose: optionalText(300),
	from: day(),
	to: day(),
	need: text(40),
	rhythm: choice(rhythms),
	minutes: whole(15, 480),
	pairs: whole(1, mostPairs),
	alarm: optionalWhole(5, 720)
};

export const campaignFields = z.object(said);
export const newCampaignFields = z.object({ kind: choice(campaignKinds), ...said });

/** What was typed, as the verb takes it. */
export function campaignSaid({
	from,
	to,
	pairs,
	alarm,
	...rest
}: z.output<typeof campaignFields>): Omit<CampaignSaid, 'kind'> {
	return {
		...rest,
		fromDay: from,
		toDay: to,
		pairsPerMember: pairs,
		alarmMinutes: alarm
	};
}
