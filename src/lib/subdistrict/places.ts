import type { JointPairing } from './pair.server.ts';

/** How many pairs a community may give to members, by who they are at home; null for no limit. */
export type Places = ReadonlyMap<string, number | null>;

type Counts = Map<string, number>;

/**
 * Shares out the room of each member whom a joint plan sends over a border: elsewhere as many as are planned or stand
 * there, the rest at home. So no community gives what another one has given, whatever its staff change afterwards.
 * @returns for each plan, in their order; of members from elsewhere only those who have something there
 */
export function placesFor(plans: JointPairing['plans'], pairsPerMember: number): Places[] {
	const homes = new Map(
		plans.flatMap(({ part }) => part.people.map((who, at) => [who, part.homes[at]!] as const))
	);
	const taken = plans.map(takenIn);
	const away: Counts = new Map();
	for (const [at, { part }] of plans.entries()) {
		for (const [who, count] of taken[at]!) {
			if (homes.get(who) !== part.communityId) add(away, who, count);
		}
	}
	return plans.map(({ part: { communityId } }, at) => {
		const here = taken[at]!;
		const places = new Map<string, number | null>();
		for (const [who, home] of homes) {
			const mine = here.get(who) ?? 0;
			const out = away.get(who) ?? 0;
			if (home !== communityId) {
				if (mine > 0) places.set(who, mine);
			} else places.set(who, out > 0 ? Math.max(mine, pairsPerMember - out) : null);
		}
		return places;
	});
}

/** Pairs that stand or are planned in a part. */
function takenIn({ part, pairing }: JointPairing['plans'][number]): Counts {
	const who = new Map(part.campaign.members.map(({ personId }, at) => [personId, part.people[at]!]));
	const taken: Counts = new Map(part.standing);
	for (const { memberId } of pairing.pairs) add(taken, who.get(memberId)!, 1);
	return taken;
}

function add(counts: Counts, who: string, count: number): void {
	counts.set(who, (counts.get(who) ?? 0) + count);
}
