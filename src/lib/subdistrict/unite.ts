import type { Assignment, AssignmentProblem } from '#lib/matching/assign/index.ts';
import { problemOf, readPairing, type Pairing } from '#lib/pairings/pair-up.ts';
import { pairWeights } from '#lib/pairings/score.ts';
import type { Part } from './assemble.ts';

/** The parts of a joint campaign as one problem: the residents of all are rows, everybody who helps is one column. */
export interface United {
	problem: AssignmentProblem;
	fixed: Int32Array;
	parts: readonly PartProblem[];
}

interface PartProblem {
	part: Part;
	problem: AssignmentProblem;
	fixed: Int32Array;
	/** The united column of each of its own. */
	column: Int32Array;
	/** Its first arc among all. */
	firstArc: number;
}

/**
 * Makes one problem of all parts. A member who stands in several has one room for all of them.
 * @param pause awaited now and then, as in `problemOf`
 */
export async function unite(parts: readonly Part[], pause: () => Promise<void>): Promise<United> {
	const people = [...new Set(parts.flatMap((part) => part.people))].sort();
	const columnOf = new Map(people.map((home, at) => [home, at]));
	const capacity = new Int32Array(people.length);
	const problems: PartProblem[] = [];
	let firstArc = 0;
	for (const part of parts) {
		const { problem, fixed } = await problemOf(part.campaign, pause);
		const column = Int32Array.from(part.people, (home) => columnOf.get(home)!);
		for (const [at, room] of part.campaign.room.entries()) capacity[column[at]!] = room;
		problems.push({ part, problem, fixed, column, firstArc });
		firstArc += problem.cost.length;
	}
	const problem = {
		requests: problems.reduce((sum, one) => sum + one.problem.requests, 0),
		volunteers: people.length,
		start: startsOf(problems),
		volunteer: joined(problems, ({ problem: { volunteer }, column }) =>
			volunteer.map((place) => column[place]!)
		),
		cost: joined(problems, ({ problem }) => problem.cost),
		demand: joined(problems, ({ problem }) => problem.demand),
		unmatchedCost: joined(problems, ({ problem }) => problem.unmatchedCost),
		capacity,
		loadStep: new Int32Array(people.length).fill(pairWeights.eachPair)
	};
	return { problem, fixed: fixedOf(problems, problem.volunteer, capacity), parts: problems };
}

/** The answer to the united problem as the pairing of each part, in their order. */
export function divide(
	{ parts }: United,
	{ arc, price, cost }: Assignment
): Pick<Pairing, 'pairs' | 'unpaired'>[] {
	return parts.map(({ part, problem, fixed, column, firstArc }) => {
		const own = arc.filter((one) => one >= firstArc && one < firstArc + problem.cost.length);
		return readPairing(part.campaign, problem, fixed, {
			arc: own.map((one) => one - firstArc),
			price: Float64Array.from(column, (place) => price[place]!),
			cost
		});
	});
}

function joined(parts: readonly PartProblem[], of: (part: PartProblem) => Int32Array): Int32Array {
	return Int32Array.from(parts.flatMap((part) => [...of(part)]));
}

function startsOf(parts: readonly PartProblem[]): Int32Array {
	const starts = parts.flatMap(({ problem, firstArc }) =>
		[...problem.start].slice(1).map((at) => at + firstArc)
	);
	return Int32Array.from([0, ...starts]);
}

/** Locked pairs of all parts, as far as those who are locked in several have room for all. */
function fixedOf(parts: readonly PartProblem[], volunteer: Int32Array, capacity: Int32Array): Int32Array {
	const left = Int32Array.from(capacity);
	const all = parts.flatMap(({ fixed, firstArc }) => [...fixed].map((arc) => arc + firstArc));
	return Int32Array.from(all.filter((arc) => left[volunteer[arc]!]!-- > 0));
}
