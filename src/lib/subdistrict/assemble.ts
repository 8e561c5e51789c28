import type { MemberFacts } from '#lib/pairings/facts.ts';
import type { Campaign } from '#lib/pairings/pair-up.ts';

/** What one community tells of its part of a joint campaign. All ids are its own. */
export interface Told {
	communityId: string;
	/** Its members stand among them with those who come as guests. */
	campaign: Campaign;
	/** Who guests of the community are at home, by who they are here, whether or not they are members now. */
	homeOf: ReadonlyMap<string, string>;
	/** Who of other communities is a member here with a card of this one, by who they are at home: they come as neighbours. */
	alsoHere: ReadonlySet<string>;
	/** Members of its own who may be asked for other communities too. */
	willing: ReadonlySet<string>;
	/** Pairs of the joint campaign that stand here, by who their members are here. */
	standing: ReadonlyMap<string, number>;
}

/** A community's part as the solver is to see it: with everybody who might come from the others. */
export interface Part {
	communityId: string;
	/** Members are in the order of who they are at home, so that the parts fit together. */
	campaign: Campaign;
	/** Who each member is at home, and in which community that is. */
	people: readonly string[];
	homes: readonly string[];
	/** Pairs of the joint campaign that stand here, by who their members are at home. */
	standing: ReadonlyMap<string, number>;
}

/**
 * Puts together what the communities tell. Members who are willing stand in every part; a pair across a border has the
 * same gates and points, except that nobody knows the way.
 * @param pairsPerMember over all communities together
 */
export function assemble(told: readonly Told[], pairsPerMember: number): Part[] {
	const pairs = sumOf(told, ({ campaign }) =>
		campaign.members.map(({ personId, pairs }) => [personId, pairs])
	);
	const standing = sumOf(told, (one) => [...one.standing]);
	return told.map((here) => {
		const members = [...ownMembers(here), ...told.filter((one) => one !== here).flatMap(visitorsTo(here))]
			.map((one) => ({ ...one, facts: { ...one.facts, pairs: pairs.get(one.home) ?? 0 } }))
			.sort((a, b) => (a.home < b.home ? -1 : 1));
		return {
			communityId: here.communityId,
			campaign: {
				...here.campaign,
				members: members.map(({ facts }) => facts),
				room: members.map(({ home }) => Math.max(0, pairsPerMember - (standing.get(home) ?? 0)))
			},
			people: members.map(({ home }) => home),
			homes: members.map(({ communityId }) => communityId),
			standing: new Map([...here.standing].map(([who, count]) => [here.homeOf.get(who) ?? who, count]))
		};
	});
}

interface Known {
	/** Who it is at home, and where that is. */
	home: string;
	communityId: string;
	facts: MemberFacts;
}

function ownMembers({ communityId, campaign, homeOf }: Told): Known[] {
	return campaign.members
		.filter(({ personId }) => !homeOf.has(personId))
		.map((facts) => ({ home: facts.personId, communityId, facts }));
}

/** Those of another community who may come here, as guests that they are here already or would be. */
function visitorsTo(here: Told): (there: Told) => Known[] {
	const guests = new Map([...here.homeOf].map(([personId, home]) => [home, personId]));
	const members = new Map(here.campaign.members.map((facts) => [facts.personId, facts]));
	return (there) =>
		ownMembers(there)
			.filter(({ home }) => there.willing.has(home) && !here.alsoHere.has(home))
			.map((one) => {
				const personId = guests.get(one.home) ?? one.home;
				return { ...one, facts: asGuest(one.facts, personId, members.get(personId)) };
			});
}

function asGuest(atHome: MemberFacts, personId: string, here: MemberFacts | undefined): MemberFacts {
	return {
		...atHome,
		personId,
		histories: here?.histories ?? new Map<string, { helps: number; good: number }>(),
		householdId: null,
		place: null,
		cardStatus: atHome.cardStatus === 'approved' ? 'guest' : atHome.cardStatus
	};
}

/** Adds up over all communities, by who people are at home. */
function sumOf(told: readonly Told[], of: (one: Told) => readonly (readonly [string, number])[]) {
	const sums = new Map<string, number>();
	for (const one of told) {
		for (const [personId, count] of of(one)) {
			const home = one.homeOf.get(personId) ?? personId;
			sums.set(home, (sums.get(home) ?? 0) + count);
		}
	}
	return sums;
}
