import { guestsOf } from '#lib/accounts/guest-queries.server.ts';
import { inCommunity, type Scope } from '#lib/db/client.server.ts';
import { pairingsOf } from '#lib/pairings/pair-queries.server.ts';
import { readCampaign } from '#lib/pairings/plan.server.ts';
import { willingToLend } from '#lib/volunteers/lend.server.ts';
import { assemble, type Part, type Told } from './assemble.ts';
import { ownCampaign, partnersOf, type Partner, type Supervisor } from './supervisor.server.ts';

/** What a joint plan is made from: each community's part and the version of its campaign that it was read at. */
export interface ReadJoint {
	parts: Part[];
	versions: ReadonlyMap<string, number>;
}

/**
 * Reads everything that pairing over all communities looks at, each in a short transaction of its own. Campaigns that a
 * community has ended are left out.
 * @throws AppError `not_found`
 */
export async function readJoint(supervisor: Supervisor, id: string, now: Date): Promise<ReadJoint> {
	const joint = await ownCampaign(supervisor, id);
	const told: Told[] = [];
	const versions = new Map<string, number>();
	for (const partner of await partnersOf(supervisor, joint)) {
		if (partner.campaign.status === 'closed') continue;
		const { version, ...one } = await inCommunity(partner.community.id, (scope) => tell(scope, partner, now));
		told.push(one);
		versions.set(one.communityId, version);
	}
	return { parts: assemble(told, joint.pairsPerMember), versions };
}

async function tell(
	scope: Scope,
	{ community, campaign: { id } }: Partner,
	now: Date
): Promise<Told & { version: number }> {
	const { version, campaign } = await readCampaign(scope, id, now, community.zone);
	const members = campaign.members.map(({ personId }) => personId);
	const onOwnCard = new Set(
		campaign.members.filter(({ cardStatus }) => cardStatus !== 'guest').map(({ personId }) => personId)
	);
	const guests = await guestsOf(scope);
	const isGuest = ({ personId }: { personId: string }) => !onOwnCard.has(personId);
	const standing = new Map<string, number>();
	for (const { memberId, status } of await pairingsOf(scope, id)) {
		if (status !== 'ended') standing.set(memberId, (standing.get(memberId) ?? 0) + 1);
	}
	return {
		version,
		communityId: community.id,
		campaign,
		homeOf: new Map(guests.filter(isGuest).map(({ personId, homePersonId }) => [personId, homePersonId])),
		alsoHere: new Set(guests.filter((one) => !isGuest(one)).map(({ homePersonId }) => homePersonId)),
		willing: await willingToLend(scope, members),
		standing
	};
}
