import { guestsOf } from '#lib/accounts/guest-queries.server.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import { recordOpening } from '#lib/audit/record.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import type { Pairing } from '#lib/pairings/pair-up.ts';
import { writePlan } from '#lib/pairings/plan.server.ts';
import { placesOf, putPlaces, removeMembers, visitorsIn } from '#lib/pairings/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import { host } from '#lib/volunteers/host.server.ts';
import { lend } from '#lib/volunteers/lend.server.ts';
import type { Part } from './assemble.ts';
import type { JointPairing } from './pair.server.ts';
import { overParts, type LockedPart } from './parts.server.ts';
import { placesFor, type Places } from './places.ts';
import { changeJointCampaign } from './queries.server.ts';
import type { Supervisor } from './supervisor.server.ts';

type Plan = JointPairing['plans'][number];

/**
 * Writes a joint pairing down: in each community as the plan of its own campaign, which its staff adjust and approve as
 * usual. Members who go elsewhere become guests there. Everywhere or nowhere.
 * @returns how many pairs there are, and how many of them cross a border
 * @throws AppError `changed_meanwhile` / `campaign` where people or plans are not those that it was made from
 */
export async function keepJoint(
	supervisor: Supervisor,
	given: { id: string; versions: ReadonlyMap<string, number>; pairing: JointPairing },
	now: Date
): Promise<{ pairs: number; across: number }> {
	return overParts(supervisor, given.id, async (all, joint) => {
		const { plans, cost } = given.pairing;
		const open = all.filter(({ campaign }) => campaign.status !== 'closed');
		const isSame = ({ scope, campaign }: LockedPart) =>
			given.versions.get(scope.communityId) === campaign.version;
		if (open.length !== given.versions.size || !open.every(isSame)) throw changed();
		const parts = new Map(open.map((part) => [part.scope.communityId, part]));
		const guests = await sendOver(supervisor, parts, plans, now);
		const places = placesFor(plans, joint.pairsPerMember);
		for (const [at, plan] of plans.entries()) {
			const { communityId } = plan.part;
			await writePart(parts.get(communityId)!, plan, places[at]!, guests.get(communityId)!, now);
		}
		await changeJointCampaign(all[0]!.scope, given.id, { pairedAt: now, planCost: cost });
		return {
			pairs: plans.reduce((sum, { pairing }) => sum + pairing.pairs.length, 0),
			across: plans.reduce((sum, plan) => sum + goingTo(plan).length, 0)
		};
	});
}

const changed = () => new AppError('changed_meanwhile', 'campaign');

/** Who come from elsewhere in a plan, by who and where they are at home. */
function goingTo({ part, pairing }: Plan): { who: string; home: string }[] {
	const at = new Map(part.campaign.members.map(({ personId }, place) => [personId, place]));
	return pairing.pairs
		.map(({ memberId }) => at.get(memberId)!)
		.map((place) => ({ who: part.people[place]!, home: part.homes[place]! }))
		.filter(({ home }) => home !== part.communityId);
}

/** Who the guests of a community are there, by who they are at home. */
type Guests = Map<string, string>;

/** Makes guests of all who cross a border. That their number was handed on is written down for them at home (PIPL). */
async function sendOver(
	supervisor: Supervisor,
	parts: ReadonlyMap<string, LockedPart>,
	plans: readonly Plan[],
	now: Date
): Promise<Map<string, Guests>> {
	const zoneOf = new Map(supervisor.communities.map(({ id, zone }) => [id, zone]));
	const guests = new Map<string, Guests>();
	for (const plan of plans) {
		const { scope } = parts.get(plan.part.communityId)!;
		const here: Guests = new Map(
			(await guestsOf(scope)).map(({ homePersonId, personId }) => [homePersonId, personId])
		);
		for (const [home, going] of Map.groupBy(goingTo(plan), (one) => one.home)) {
			const from = parts.get(home)!.scope;
			const ids = [...new Set(going.map(({ who }) => who))];
			const lent = await lend(from, ids, dayOf(now, zoneOf.get(home)!));
			if (lent.length !== ids.length) throw changed();
			for (const one of lent) {
				const { personId, isNew } = await host(scope, one, now);
				here.set(one.person.id, personId);
				if (!isNew || !one.phone) continue;
				const opening = { personId: one.person.id, what: 'phone', reason: 'lent' };
				await recordOpening(from, { ...opening, actorId: supervisor.accountId, at: now });
			}
		}
		guests.set(plan.part.communityId, here);
	}
	return guests;
}

async function writePart(
	{ scope, campaign }: LockedPart,
	{ part, pairing }: Plan,
	places: Places,
	guests: Guests,
	now: Date
): Promise<void> {
	const before = await placesOf(scope, campaign.id);
	for (const [who, count] of places) {
		const personId = guests.get(who) ?? who;
		if ((before.get(personId) ?? null) !== count) await putPlaces(scope, campaign.id, personId, count);
	}
	const { pairs, unpaired } = pairing;
	await writePlan(scope, campaign, { pairs: pairs.map(asKnownHere(part, guests)), unpaired }, null, now);
	const gone = (await visitorsIn(scope, campaign.id)).filter(
		({ homePersonId: who }) => !places.has(who) && !part.standing.has(who)
	);
	await removeMembers(
		scope,
		campaign.id,
		gone.map(({ personId }) => personId)
	);
	const news = {
		params: { name: campaign.name, count: pairs.length },
		path: `/desk/pairings/${campaign.id}`,
		about: `${campaign.id}:${campaign.version}`
	};
	await notify(scope, await staffIds(scope), { template: 'staff_campaign_paired', ...news }, now);
}

/** A pair by who the two are in the community; a second choice who is nobody there yet is left out. */
function asKnownHere({ communityId, campaign, people, homes }: Part, guests: Guests) {
	const idHere = new Map(
		campaign.members.map(({ personId }, at): [string, string | undefined] => [
			personId,
			homes[at] === communityId ? personId : guests.get(people[at]!)
		])
	);
	return ({ second, ...pair }: Pairing['pairs'][number]): Pairing['pairs'][number] => {
		const next = second && idHere.get(second.memberId);
		return {
			...pair,
			memberId: idHere.get(pair.memberId)!,
			second: second && next ? { ...second, memberId: next } : null
		};
	};
}
