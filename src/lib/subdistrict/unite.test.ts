import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign, lowerBound } from '#lib/matching/assign/index.ts';
import { memberWith, residentWith, setting } from '#lib/pairings/facts.fixture.ts';
import { costOf, pairWeights, unpairedCost } from '#lib/pairings/score.ts';
import { assemble, type Told } from './assemble.ts';
import { placesFor } from './places.ts';
import { divide, unite } from './unite.ts';

const instantly = () => Promise.resolve();

interface Street {
	members: number[];
	residents: number[];
	willing?: number[];
	locked?: [resident: number, home: string][];
}

/** Communities of streets without a common map; everybody would go elsewhere unless said otherwise. */
function toldBy(streets: readonly Street[], pairsPerMember = 1): Told[] {
	return streets.map(({ members, residents, willing, locked = [] }, at) => ({
		communityId: `c${at}`,
		campaign: {
			residents: residents.map((east, index) =>
				residentWith({
					personId: `r${at}${index}`,
					householdId: null,
					vulnerable: false,
					place: { east, north: 0 }
				})
			),
			members: members.map((east, index) =>
				memberWith({ personId: `m${at}${index}`, householdId: null, place: { east, north: 0 } })
			),
			setting,
			room: members.map(() => pairsPerMember),
			locked: locked.map(([resident, memberId]) => ({ residentId: `r${at}${resident}`, memberId })),
			forbidden: []
		},
		homeOf: new Map(),
		alsoHere: new Set<string>(),
		willing: new Set((willing ?? members.map((_, index) => index)).map((index) => `m${at}${index}`)),
		standing: new Map()
	}));
}

async function solved(streets: readonly Street[], pairsPerMember = 1) {
	const parts = assemble(toldBy(streets, pairsPerMember), pairsPerMember);
	const united = await unite(parts, instantly);
	const answer = assign(united.problem, { fixed: united.fixed });
	expect(answer.cost - lowerBound(united.problem, answer.price, united.fixed)).toBeLessThan(1);
	const pairings = divide(united, answer);
	const plans = parts.map((part, at) => ({ part, pairing: pairings[at]! }));
	const pairs = pairings.flatMap((one) => one.pairs.map((pair) => `${pair.residentId} ${pair.memberId}`));
	return { cost: answer.cost, plans, pairs };
}

/** The cheapest of everything that could be, tried one by one. */
function cheapest(streets: readonly Street[], pairsPerMember: number): number {
	const told = toldBy(streets);
	const members = told.flatMap(({ campaign, communityId }) =>
		campaign.members.map((facts) => ({ communityId, facts }))
	);
	const rows = told.flatMap(({ campaign, communityId }) =>
		campaign.residents.map((resident) =>
			members.map((one) => {
				const guest = { place: null, householdId: null, cardStatus: 'guest' as const };
				const isHome = one.communityId === communityId;
				return costOf(resident, isHome ? one.facts : { ...one.facts, ...guest }, setting);
			})
		)
	);
	const best = (row: number, taken: readonly number[]): number => {
		if (row === rows.length) return 0;
		let least = unpairedCost.usual + best(row + 1, taken);
		for (const [at, cost] of rows[row]!.entries()) {
			if (taken[at]! >= pairsPerMember) continue;
			const after = taken.map((count, place) => count + Number(place === at));
			least = Math.min(least, cost + taken[at]! * pairWeights.eachPair + best(row + 1, after));
		}
		return least;
	};
	return best(
		0,
		members.map(() => 0)
	);
}

describe('one pairing over several communities', () => {
	it('is the best of all there are', async () => {
		const street = fc.record({
			members: fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 3 }),
			residents: fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 2 })
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(street, { minLength: 2, maxLength: 3 }),
				fc.integer({ min: 1, max: 2 }),
				async (streets, pairsPerMember) => {
					const { cost } = await solved(streets, pairsPerMember);
					expect(cost).toBe(cheapest(streets, pairsPerMember));
				}
			),
			{ numRuns: 60 }
		);
	});
	it('sends somebody over a border only where nobody near is left', async () => {
		const { pairs } = await solved([
			{ members: [0, 100], residents: [900] },
			{ members: [0], residents: [100, 900] }
		]);
		expect(pairs.filter((pair) => /^r1\d m0/.test(pair))).toHaveLength(1);
		expect(pairs).toHaveLength(3);
	});
	it('sends nobody who did not agree', async () => {
		const { pairs } = await solved([
			{ members: [0, 100], residents: [], willing: [1] },
			{ members: [], residents: [0, 100] }
		]);
		expect(pairs).toEqual([expect.stringMatching(/ m01$/)]);
	});
	it('keeps what is locked in several communities as far as there is room for all', async () => {
		const { plans, pairs } = await solved([
			{ members: [0], residents: [0], locked: [[0, 'm00']] },
			{ members: [500], residents: [0], locked: [[0, 'm00']] }
		]);
		expect(pairs).toEqual(['r00 m00', 'r10 m10']);
		expect(plans.flatMap(({ pairing }) => pairing.pairs.map(({ locked }) => locked))).toEqual([true, false]);
	});
});

describe('the room of who goes elsewhere', () => {
	it('is shared out: as much as is planned there, the rest at home', async () => {
		const { plans } = await solved(
			[
				{ members: [0], residents: [0] },
				{ members: [], residents: [0] }
			],
			3
		);
		const [home, away] = placesFor(plans, 3);
		expect(home!.get('m00')).toBe(2);
		expect(away!.get('m00')).toBe(1);
	});
	it('has no limit for who stays', async () => {
		const { plans } = await solved([
			{ members: [0], residents: [0] },
			{ members: [0], residents: [0] }
		]);
		expect(placesFor(plans, 1).map((places) => [...places])).toEqual([[['m00', null]], [['m10', null]]]);
	});
});
