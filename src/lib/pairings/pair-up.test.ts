import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign, lowerBound } from '#lib/matching/assign/index.ts';
import { memberWith, residentWith, setting } from './facts.fixture.ts';
import type { MemberFacts, ResidentFacts } from './facts.ts';
import { costOf, unpairedCost } from './score.ts';
import { costOfPlan, problemOf, readPairing, type Campaign, type Pairing } from './pair-up.ts';

const instantly = () => Promise.resolve();

async function pairUp(campaign: Campaign): Promise<Pairing> {
	const { problem, fixed } = await problemOf(campaign, instantly);
	const answer = assign(problem, { fixed });
	expect(answer.cost - lowerBound(problem, answer.price, fixed)).toBeLessThan(1);
	return readPairing(campaign, problem, fixed, answer);
}

interface Changing extends Campaign {
	residents: ResidentFacts[];
	members: MemberFacts[];
}

function campaignOf(
	places: { residents: number[]; members: number[] },
	more: Partial<Pick<Campaign, 'room' | 'locked' | 'forbidden'>> = {}
): Changing {
	const at = (east: number) => ({ east, north: 0 });
	return {
		residents: places.residents.map((east, index) =>
			residentWith({ personId: `r${index}`, householdId: null, place: at(east) })
		),
		members: places.members.map((east, index) =>
			memberWith({ personId: `m${index}`, householdId: null, place: at(east), reachMetres: 20_000 })
		),
		setting,
		room: places.members.map(() => 1),
		locked: [],
		forbidden: [],
		...more
	};
}

const twosOf = ({ pairs }: Pairing) => pairs.map(({ residentId, memberId }) => `${residentId} ${memberId}`);

describe('the best overall pairing', () => {
	it('gives way in one pair where that serves all', async () => {
		// m0 is nearest to both; r1 has no one else near
		const plan = await pairUp(campaignOf({ residents: [100, 0], members: [40, 300] }));
		expect(twosOf(plan)).toEqual(['r0 m1', 'r1 m0']);
	});
	it('keeps what is locked and leaves out what is forbidden', async () => {
		const places = { residents: [0, 100], members: [0, 100] };
		const swapped = await pairUp(campaignOf(places, { locked: [{ residentId: 'r0', memberId: 'm1' }] }));
		expect(twosOf(swapped)).toEqual(['r0 m1', 'r1 m0']);
		expect(swapped.pairs.map(({ locked }) => locked)).toEqual([true, false]);
		const without = await pairUp(campaignOf(places, { forbidden: [{ residentId: 'r0', memberId: 'm0' }] }));
		expect(twosOf(without)).toEqual(['r0 m1', 'r1 m0']);
	});
	it('lets a lock go that a gate has closed since', async () => {
		const campaign = campaignOf(
			{ residents: [0], members: [0, 50] },
			{ locked: [{ residentId: 'r0', memberId: 'm0' }] }
		);
		campaign.members[0] = memberWith({ personId: 'm0', cardStatus: 'ended' });
		const plan = await pairUp(campaign);
		expect(twosOf(plan)).toEqual(['r0 m1']);
		expect(plan.pairs[0]?.locked).toBe(false);
	});
	it('gives members no more pairs than they have room for, and spreads them', async () => {
		const places = { residents: [0, 1, 2], members: [0, 120] };
		const plan = await pairUp(campaignOf(places, { room: [2, 2] }));
		expect(twosOf(plan).filter((two) => two.endsWith('m1'))).toHaveLength(1);
		const tight = await pairUp(campaignOf(places, { room: [1, 1] }));
		expect(tight.pairs).toHaveLength(2);
		expect(tight.unpaired).toMatchObject([{ eligible: 2, stopped: [], helps: [] }]);
	});
	it('names who would be next, and what that would cost', async () => {
		const plan = await pairUp(campaignOf({ residents: [0], members: [10, 70] }));
		expect(plan.pairs[0]?.second).toEqual({ memberId: 'm1', difference: 60 });
	});
	it('leaves rather the one without who needs a companion less', async () => {
		const campaign = campaignOf({ residents: [0, 300], members: [0] });
		campaign.residents[0] = { ...campaign.residents[0]!, vulnerable: false };
		expect(twosOf(await pairUp(campaign))).toEqual(['r1 m0']);
	});
	it('tells what stands in the way of everybody, and what would help', async () => {
		const campaign = campaignOf({ residents: [0], members: [0, 0, 0] });
		campaign.members[0] = { ...campaign.members[0]!, vettedUntil: null };
		campaign.members[1] = { ...campaign.members[1]!, vettedUntil: null, reachMetres: 20_000 };
		campaign.members[2] = { ...campaign.members[2]!, vettedUntil: null, availability: [] };
		const { unpaired } = await pairUp(campaign);
		expect(unpaired).toEqual([
			{
				residentId: 'r0',
				eligible: 0,
				stopped: [{ gate: 'vetted', count: 3 }],
				helps: [{ gate: 'vetted', count: 2 }]
			}
		]);
	});
	it('is never dearer than any other way, and costs what its pairs cost', async () => {
		const positions = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 4 });
		await fc.assert(
			fc.asyncProperty(positions, positions, async (residents, members) => {
				const campaign = campaignOf({ residents, members });
				const plan = await pairUp(campaign);
				const left = campaign.residents.filter(({ personId }) =>
					plan.unpaired.some(({ residentId }) => residentId === personId)
				);
				expect(costOfPlan(plan.pairs) + left.length * unpairedCost.vulnerable).toBe(plan.cost);
				expect(plan.cost).toBe(cheapest(campaign, 0, new Set()));
			}),
			{ numRuns: 60 }
		);
	});
});

/** By trying everything. */
function cheapest(campaign: Campaign, at: number, taken: Set<number>): number {
	const resident = campaign.residents[at];
	if (!resident) return 0;
	let best = unpairedCost.vulnerable + cheapest(campaign, at + 1, taken);
	for (const [place, member] of campaign.members.entries()) {
		if (taken.has(place)) continue;
		const rest = cheapest(campaign, at + 1, new Set([...taken, place]));
		best = Math.min(best, costOf(resident, member, setting) + rest);
	}
	return best;
}
