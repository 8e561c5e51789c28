import { m } from '#lib/paraglide/messages.js';
import { newCampaignValues, visitNeeds } from '#lib/pairings/campaign-form.ts';
import { startCampaign } from '#lib/pairings/campaign.server.ts';
import { campaignKinds } from '#lib/pairings/pairings.ts';
import { kindChoices, rhythmChoices } from '#lib/pairings/words.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { campaignSaid, newCampaignFields } from '../campaign-schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ now, zone }) => {
		const asked = event.url.searchParams.get('kind');
		const kind = campaignKinds.find((one) => one === asked) ?? 'companion';
		return {
			key: newId(),
			values: newCampaignValues(kind, dayOf(now, zone)),
			kinds: kindChoices(),
			needs: visitNeeds(),
			rhythms: rhythmChoices()
		};
	});

export const actions: Actions = {
	default: staffAction(newCampaignFields, async ({ scope, actor, now, community }, data) => {
		const id = newId();
		await startCampaign(scope, actor, { id, kind: data.kind, ...campaignSaid(data) }, now);
		return {
			to: `/${community.slug}/desk/pairings/${id}/members?first=100`,
			flash: { words: m.pairings_started() }
		};
	})
};
