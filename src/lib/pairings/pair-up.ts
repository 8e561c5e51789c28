import type { Assignment, AssignmentProblem } from '#lib/matching/assign/index.ts';
import type { GateCode } from '#lib/matching/matching.ts';
import type { MemberFacts, ResidentFacts, Setting } from './facts.ts';
import { gates, mayPair } from './gates.ts';
import { costOf, pairWeights, partsOf, unpairedCost, type PairPart } from './score.ts';

/** Two people, by their ids. */
export interface Two {
	residentId: string;
	memberId: string;
}

/** A campaign as the solver is to see it. */
export interface Campaign {
	residents: readonly ResidentFacts[];
	members: readonly MemberFacts[];
	setting: Setting;
	/** How many more pairs each member may take, in the order of members. */
	room: readonly number[];
	/** Pairs that stay as they are, as far as the gates still let them. */
	locked: readonly Two[];
	/** Pairs that staff have ruled out. */
	forbidden: readonly Two[];
}

/** A proposed pair with its reasons. */
export interface Pair extends Two {
	cost: number;
	parts: PairPart[];
	/** The member who would be next, and how many points more, or fewer where others need that one, the pair costs. */
	second: { memberId: string; difference: number } | null;
	locked: boolean;
}

/** Somebody without a companion, what stands in the way and what would help. */
export interface Unpaired {
	residentId: string;
	/** Members who might come, had they room for one more. */
	eligible: number;
	/** The first gate that each of the others does not pass, most first. */
	stopped: { gate: GateCode; count: number }[];
	/** Gates that alone keep so many away and about which something can be done, most first. */
	helps: { gate: GateCode; count: number }[];
}

/** The best overall pairing. */
export interface Pairing {
	pairs: Pair[];
	unpaired: Unpaired[];
	/** What the solver made cheapest: pairs, further pairs of one member, and people left out. */
	cost: number;
}

/** Rows after which others get their turn. */
const atATime = 20;

/**
 * A campaign as a problem of assignment: residents are rows, members are columns.
 * @param pause awaited now and then, so that a thousand times a thousand do not stop everything else
 */
export async function problemOf(
	{ residents, members, setting, room, locked, forbidden }: Campaign,
	pause: () => Promise<void>
): Promise<{ problem: AssignmentProblem; fixed: Int32Array }> {
	const ruledOut = byResident(forbidden);
	const kept = byResident(locked);
	const start = new Int32Array(residents.length + 1);
	const who: number[] = [];
	const cost: number[] = [];
	const fixed: number[] = [];
	const left = [...room];
	for (const [at, resident] of residents.entries()) {
		const notThese = ruledOut.get(resident.personId);
		const keptHere = kept.get(resident.personId);
		for (const [place, member] of members.entries()) {
			if (notThese?.has(member.personId) || !mayPair(resident, member, setting)) continue;
			if (keptHere?.has(member.personId) && left[place]! > 0) {
				fixed.push(who.length);
				left[place]!--;
			}
			who.push(place);
			cost.push(costOf(resident, member, setting));
		}
		start[at + 1] = who.length;
		if (at % atATime === atATime - 1) await pause();
	}
	const problem = {
		requests: residents.length,
		volunteers: members.length,
		start,
		volunteer: Int32Array.from(who),
		cost: Int32Array.from(cost),
		demand: new Int32Array(residents.length).fill(1),
		unmatchedCost: Int32Array.from(residents, unpairedCostOf),
		capacity: Int32Array.from(room),
		loadStep: new Int32Array(members.length).fill(pairWeights.eachPair)
	};
	return { problem, fixed: Int32Array.from(fixed) };
}

/** What the solver takes leaving somebody out for. */
export function unpairedCostOf({ vulnerable }: Pick<ResidentFacts, 'vulnerable'>): number {
	return vulnerable ? unpairedCost.vulnerable : unpairedCost.usual;
}

function byResident(twos: readonly Two[]): Map<string, Set<string>> {
	const members = new Map<string, Set<string>>();
	for (const { residentId, memberId } of twos) {
		members.set(residentId, (members.get(residentId) ?? new Set<string>()).add(memberId));
	}
	return members;
}

/** The solver's answer as pairs with reasons, and who is left without one. */
export function readPairing(
	campaign: Campaign,
	problem: AssignmentProblem,
	fixed: Int32Array,
	{ arc: chosen, price, cost }: Assignment
): Pairing {
	const { residents, members, setting } = campaign;
	const keptArcs = new Set(fixed);
	const pairs: Pair[] = [];
	const unpaired: Unpaired[] = [];
	let next = 0;
	for (const [at, resident] of residents.entries()) {
		const arc = next < chosen.length && chosen[next]! < problem.start[at + 1]! ? chosen[next++]! : null;
		if (arc === null) {
			unpaired.push(unpairedOf(resident, campaign));
			continue;
		}
		const member = members[problem.volunteer[arc]!]!;
		pairs.push({
			residentId: resident.personId,
			memberId: member.personId,
			cost: problem.cost[arc]!,
			parts: partsOf(resident, member, setting),
			second: secondOf(at, arc, problem, price, members),
			locked: keptArcs.has(arc)
		});
	}
	return { pairs, unpaired, cost };
}

/** The cheapest, at these prices, of those who could come and do not. */
function secondOf(
	at: number,
	mine: number,
	{ start, volunteer, cost }: AssignmentProblem,
	price: Float64Array,
	members: readonly MemberFacts[]
): Pair['second'] {
	const fullCost = (arc: number) => cost[arc]! + price[volunteer[arc]!]!;
	let best: number | null = null;
	for (let arc = start[at]!; arc < start[at + 1]!; arc++) {
		if (arc !== mine && (best === null || fullCost(arc) < fullCost(best))) best = arc;
	}
	if (best === null) return null;
	return { memberId: members[volunteer[best]!]!.personId, difference: cost[best]! - cost[mine]! };
}

/** What keeps every member from one resident. */
export function unpairedOf(
	resident: ResidentFacts,
	{ members, setting, forbidden }: Pick<Campaign, 'members' | 'setting' | 'forbidden'>
): Unpaired {
	const ruledOut = byResident(forbidden).get(resident.personId);
	const first = new Map<GateCode, number>();
	const alone = new Map<GateCode, number>();
	let eligible = 0;
	for (const member of members) {
		if (ruledOut?.has(member.personId)) continue;
		const failed = gates.filter((gate) => !gate.passes(resident, member, setting));
		if (!failed[0]) eligible++;
		else count(first, failed[0].code);
		if (failed.length === 1 && failed[0]!.relaxable) count(alone, failed[0]!.code);
	}
	return { residentId: resident.personId, eligible, stopped: mostFirst(first), helps: mostFirst(alone) };
}

function count(counts: Map<GateCode, number>, code: GateCode): void {
	counts.set(code, (counts.get(code) ?? 0) + 1);
}

function mostFirst(counts: ReadonlyMap<GateCode, number>): { gate: GateCode; count: number }[] {
	return [...counts].map(([gate, count]) => ({ gate, count })).sort((a, b) => b.count - a.count);
}

/** The points of a plan as it stands: its pairs, and the further pairs of one member. */
export function costOfPlan(pairs: readonly { memberId: string; cost: number }[]): number {
	const taken = new Map<string, number>();
	let total = 0;
	for (const { memberId, cost } of pairs) {
		const before = taken.get(memberId) ?? 0;
		total += cost + before * pairWeights.eachPair;
		taken.set(memberId, before + 1);
	}
	return total;
}
