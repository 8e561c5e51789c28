import { m } from '#lib/paraglide/messages.js';
import { chooseResidents } from '#lib/pairings/campaign.server.ts';
import { readResidentFilter, tickedAtFirst } from '#lib/pairings/choose-address.ts';
import { residentChoices } from '#lib/pairings/choose.server.ts';
import { campaignHead } from '#lib/pairings/head.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const { campaign, head } = await campaignHead(scope, event.params.id);
		const filter = readResidentFilter(event.url.searchParams);
		const residents = await residentChoices(scope, campaign, filter, { now, zone });
		const agreed = residents.map((one) => ({ ...one, fits: one.consented }));
		return {
			key: newId(),
			head,
			filter,
			residents,
			toAsk: residents.filter(({ consented }) => !consented).length,
			ticked: tickedAtFirst(agreed, filter.first)
		};
	});

export const actions: Actions = {
	default: staffAction(
		z.object({ person: z.array(z.uuid()).max(2_000).default([]) }),
		async ({ scope, actor, now, community }, { person }, { params }) => {
			const given = { id: params.id!, personIds: person };
			const { chosen } = await chooseResidents(scope, actor, given, now);
			return {
				to: `/${community.slug}/desk/pairings/${params.id}`,
				flash: { words: m.pairings_residents_chosen({ count: chosen }) }
			};
		}
	)
};
