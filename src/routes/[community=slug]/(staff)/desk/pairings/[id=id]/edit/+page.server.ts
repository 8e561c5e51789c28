import { m } from '#lib/paraglide/messages.js';
import { campaignValues, visitNeeds } from '#lib/pairings/campaign-form.ts';
import { changeCampaign, closeCampaign } from '#lib/pairings/campaign.server.ts';
import { campaignHead } from '#lib/pairings/head.server.ts';
import { rhythmChoices } from '#lib/pairings/words.ts';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import { campaignFields, campaignSaid } from '../../campaign-schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope }) => {
		const { campaign, head } = await campaignHead(scope, event.params.id);
		return {
			key: newId(),
			closeKey: newId(),
			head,
			values: campaignValues(campaign),
			needs: visitNeeds(),
			rhythms: rhythmChoices()
		};
	});

export const actions: Actions = {
	save: staffAction(campaignFields, async ({ scope, actor, now, community }, data, { params }) => {
		const { campaign } = await campaignHead(scope, params.id!);
		const said = { id: campaign.id, kind: campaign.kind, ...campaignSaid(data) };
		await changeCampaign(scope, actor, said, now);
		const to = `/${community.slug}/desk/pairings/${campaign.id}`;
		return { to, flash: { words: m.pairings_saved() } };
	}),
	close: staffAction(z.object({}), async ({ scope, actor, now, community }, _, { params }) => {
		await closeCampaign(scope, actor, params.id!, now);
		return { to: `/${community.slug}/desk/pairings`, flash: { words: m.pairings_closed() } };
	})
};
