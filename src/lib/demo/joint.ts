import type { CampaignRow, JointCampaignRow } from './rows.ts';
import { consentTo, happened, randomOf, type Draft } from './draft.ts';
import { oldOnes } from './pairs.ts';

/** How many are chosen: one community has members to spare, the other one residents. */
const chosen: Record<Draft['plan']['slug'], { members: number; residents: number }> = {
	chengdong: { members: 24, residents: 10 },
	laojie: { members: 8, residents: 20 }
};

/**
 * A campaign that the sub-district has begun over its communities. Members and residents are chosen, some members would
 * go to the next community too; to pair them is for whoever looks around.
 */
export function beginTogether(
	drafts: readonly Draft[],
	{ subdistrictId, accountId }: { subdistrictId: string; accountId: string }
): JointCampaignRow {
	const { calendar, id } = drafts[0]!;
	const said = {
		name: '两社区党员结对',
		purpose: '老街老人多、党员少，城东的党员也来搭把手',
		fromDay: calendar.day(0),
		toDay: calendar.day(300),
		need: 'chat',
		minutes: 60,
		rhythm: 'fortnightly' as const,
		pairsPerMember: 1,
		alarmMinutes: null
	};
	const createdAt = calendar.at(-6, 9 * 60);
	const joint = { id: id('joint_campaign'), subdistrictId, ...said, createdBy: accountId, createdAt };
	for (const draft of drafts) {
		const campaign: CampaignRow = {
			id: draft.id('campaign'),
			kind: 'companion',
			...said,
			status: 'draft',
			planCost: null,
			planCostBefore: null,
			subdistrictCampaignId: joint.id,
			createdBy: null,
			createdAt,
			updatedAt: calendar.at(-4, 15 * 60)
		};
		draft.rows.campaigns.push(campaign);
		happened(draft, { kind: 'campaign', id: campaign.id }, 'started', null, createdAt);
		choose(draft, campaign.id);
	}
	return joint;
}

function choose(draft: Draft, campaignId: string): void {
	const random = randomOf(draft, 'joint');
	const { rows, calendar } = draft;
	const count = chosen[draft.plan.slug];
	const free = draft.helpers.filter(({ person, card }) => card.partyMember && !draft.cast.has(person.name));
	for (const { person, card } of random.shuffled(free).slice(0, count.members)) {
		const until = calendar.day(random.int(330, 400));
		if ((card.vettedUntil ?? '') < calendar.day(30)) card.vettedUntil = until;
		if (random.chance(0.6)) consentTo(draft, person, 'neighbours', calendar.at(-5, 10 * 60));
		rows.campaignMembers.push({ campaignId, personId: person.id });
	}
	for (const { id: personId } of random.shuffled(oldOnes(draft)).slice(0, count.residents)) {
		rows.campaignResidents.push({ campaignId, personId, interests: [], weekdays: [], atMinute: null });
	}
}
