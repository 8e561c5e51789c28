import { m } from '#lib/paraglide/messages.js';
import { chooseMembers } from '#lib/pairings/campaign.server.ts';
import { readMemberFilter, tickedAtFirst } from '#lib/pairings/choose-address.ts';
import { memberChoices } from '#lib/pairings/choose.server.ts';
import { campaignHead } from '#lib/pairings/head.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { teams } from '#lib/volunteers/volunteers.ts';
import { teamName } from '#lib/volunteers/words.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const { campaign, head } = await campaignHead(scope, event.params.id);
		const filter = readMemberFilter(event.url.searchParams);
		const { members, branches, skills } = await memberChoices(scope, campaign, filter, { now, zone });
		return {
			key: newId(),
			head,
			filter,
			members,
			ticked: tickedAtFirst(members, filter.first),
			branches: branches.map((value) => ({ value, label: value })),
			skills,
			teams: teams.map((value) => ({ value, label: teamName(value) }))
		};
	});

export const actions: Actions = {
	default: staffAction(
		z.object({ person: z.array(z.uuid()).max(2_000).default([]) }),
		async ({ scope, actor, now, community }, { person }, { params }) => {
			const given = { id: params.id!, personIds: person };
			const { chosen } = await chooseMembers(scope, actor, given, now);
			return {
				to: `/${community.slug}/desk/pairings/${params.id}`,
				flash: { words: m.pairings_members_chosen({ count: chosen }) }
			};
		}
	)
};
