import { m } from '#lib/paraglide/messages.js';
import { newCampaignValues, visitNeeds } from '#lib/pairings/campaign-form.ts';
import { rhythmChoices } from '#lib/pairings/words.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import { startJointCampaign } from '#lib/subdistrict/campaign.server.ts';
import { communityName } from '#lib/subdistrict/words.ts';
import { readAsSupervisor, supervisorAction } from '#lib/web/supervise.server.ts';
import { jointSaid, newJointFields } from '../joint-schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsSupervisor(event, async ({ supervisor: { communities }, now }) => ({
		key: newId(),
		values: {
			...newCampaignValues('companion', dayOf(now, communities[0]!.zone)),
			communities: communities.map(({ id }) => id)
		},
		communities: communities.map((one) => ({ value: one.id, label: communityName(one) })),
		needs: visitNeeds(),
		rhythms: rhythmChoices()
	}));

export const actions: Actions = {
	default: supervisorAction(newJointFields, async ({ supervisor, key, now }, { communities, ...data }) => {
		await startJointCampaign(supervisor, { id: key, communityIds: communities, said: jointSaid(data) }, now);
		return { to: `/subdistrict/campaigns/${key}`, flash: { words: m.subdistrict_started() } };
	})
};
