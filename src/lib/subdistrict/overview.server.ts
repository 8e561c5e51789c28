import { consentingAmong } from '#lib/accounts/consent-queries.server.ts';
import { guestsAmong } from '#lib/accounts/guest-queries.server.ts';
import { homesByIds } from '#lib/accounts/household-queries.server.ts';
import { peopleByIds } from '#lib/accounts/queries.server.ts';
import { inCommunity, type Scope } from '#lib/db/client.server.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { pairingsOf } from '#lib/pairings/pair-queries.server.ts';
import { memberIdsOf, proposalsOf, residentsOf } from '#lib/pairings/queries.server.ts';
import { gridsOf } from '#lib/places/queries.server.ts';
import { willingToLend } from '#lib/volunteers/lend.server.ts';
import { ownCampaign, partnersOf, type Partner, type Supervisor } from './supervisor.server.ts';
import { communityName, jointHead, type JointHead } from './words.ts';

/** Residents of one grid, by how far they are. */
export interface GridFigures {
	id: string;
	name: string;
	residents: number;
	/** In the plan with somebody, and without. */
	planned: number;
	open: number;
	/** With a companion who was approved. */
	approved: number;
}

/** A community's part of a joint campaign in figures: the supervisor sees nobody's name. */
export interface PartFigures {
	communityId: string;
	name: string;
	closed: boolean;
	members: number;
	/** Members who may be asked for neighbouring communities too. */
	willing: number;
	residents: number;
	/** Residents who agreed that somebody is looked for. */
	consented: number;
	planned: number;
	open: number;
	approved: number;
	grids: GridFigures[];
	/** Where the members of its pairs are at home, planned or approved: community and count. */
	from: { communityId: string; count: number }[];
}

/** A joint campaign as its supervisor sees it. */
export async function jointOverview(
	supervisor: Supervisor,
	id: string
): Promise<{ head: JointHead; parts: PartFigures[] }> {
	const joint = await ownCampaign(supervisor, id);
	const partners = await partnersOf(supervisor, joint);
	const parts: PartFigures[] = [];
	for (const partner of partners) {
		parts.push(await inCommunity(partner.community.id, (scope) => partFigures(scope, partner)));
	}
	return { head: jointHead(joint, partners), parts };
}

async function partFigures(scope: Scope, { community, campaign }: Partner): Promise<PartFigures> {
	const members = await memberIdsOf(scope, campaign.id);
	const guests = new Map(
		(await guestsAmong(scope, members)).map((one) => [one.personId, one.homeCommunityId])
	);
	const own = members.filter((id) => !guests.has(id));
	const residents = (await residentsOf(scope, campaign.id)).map(({ personId }) => personId);
	const plan = await proposalsOf(scope, campaign.id);
	const living = (await pairingsOf(scope, campaign.id)).filter(({ status }) => status !== 'ended');
	const planned = plan.filter(({ memberId }) => memberId !== null);
	const from = Map.groupBy(
		[...planned, ...living].map(({ memberId }) => guests.get(memberId!) ?? community.id),
		(home) => home
	);
	return {
		communityId: community.id,
		name: communityName(community),
		closed: campaign.status === 'closed',
		members: own.length,
		willing: (await willingToLend(scope, own)).size,
		residents: residents.length,
		consented: (await consentingAmong(scope, residents, 'matching')).size,
		planned: planned.length,
		open: plan.length - planned.length,
		approved: living.length,
		grids: await byGrid(scope, residents, {
			planned: new Set(planned.map(({ residentId }) => residentId)),
			open: new Set(plan.filter(({ memberId }) => memberId === null).map(({ residentId }) => residentId)),
			approved: new Set(living.map(({ residentId }) => residentId))
		}),
		from: [...from].map(([communityId, all]) => ({ communityId, count: all.length }))
	};
}

/** The tenth comes after the ninth. */
const byNumber = new Intl.Collator('zh-CN', { numeric: true });

async function byGrid(
	scope: Scope,
	residentIds: readonly string[],
	is: Record<'planned' | 'open' | 'approved', ReadonlySet<string>>
): Promise<GridFigures[]> {
	const people = await peopleByIds(scope, [...residentIds]);
	const homes = await homesByIds(scope, [...new Set(people.flatMap(({ householdId }) => householdId ?? []))]);
	const gridOf = new Map(homes.map(({ id, gridId }) => [id, gridId]));
	const living = Map.groupBy(people, ({ householdId }) => gridOf.get(householdId ?? ''));
	const grids = (await gridsOf(scope)).sort((a, b) => byNumber.compare(a.name, b.name));
	return grids.flatMap(({ id, name, nameEn }) => {
		const here = living.get(id) ?? [];
		const count = (ids: ReadonlySet<string>) => here.filter((person) => ids.has(person.id)).length;
		if (here.length === 0) return [];
		return {
			id,
			name: getLocale() === 'en' ? nameEn : name,
			residents: here.length,
			planned: count(is.planned),
			open: count(is.open),
			approved: count(is.approved)
		};
	});
}
