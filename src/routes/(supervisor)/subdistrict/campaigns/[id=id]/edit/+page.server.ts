import { m } from '#lib/paraglide/messages.js';
import { campaignValues, visitNeeds } from '#lib/pairings/campaign-form.ts';
import { rhythmChoices } from '#lib/pairings/words.ts';
import { newId } from '#lib/shared/ids.ts';
import { changeJoint, closeJoint } from '#lib/subdistrict/campaign.server.ts';
import { ownCampaign, partnersOf } from '#lib/subdistrict/supervisor.server.ts';
import { jointHead } from '#lib/subdistrict/words.ts';
import { readAsSupervisor, supervisorAction } from '#lib/web/supervise.server.ts';
import { z } from '#lib/web/schema.server.ts';
import { jointFields, jointSaid } from '../../joint-schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsSupervisor(event, async ({ supervisor }) => {
		const joint = await ownCampaign(supervisor, event.params.id);
		return {
			key: newId(),
			head: jointHead(joint, await partnersOf(supervisor, joint)),
			values: campaignValues(joint),
			needs: visitNeeds(),
			rhythms: rhythmChoices()
		};
	});

export const actions: Actions = {
	save: supervisorAction(jointFields, async ({ supervisor, now }, data, { params }) => {
		await changeJoint(supervisor, { id: params.id!, said: jointSaid(data) }, now);
		return { to: `/subdistrict/campaigns/${params.id}`, flash: { words: m.pairings_saved() } };
	}),
	close: supervisorAction(z.object({}), async ({ supervisor, now }, _, { params }) => {
		await closeJoint(supervisor, params.id!, now);
		return { to: '/subdistrict/campaigns', flash: { words: m.pairings_closed() } };
	})
};
