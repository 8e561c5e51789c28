import { assign } from '#lib/matching/assign/index.ts';
import { assignInWorker } from '#lib/matching/assign/worker.server.ts';
import type { Pairing } from '#lib/pairings/pair-up.ts';
import type { Part } from './assemble.ts';
import { divide, unite } from './unite.ts';

/** One pairing over all communities. */
export interface JointPairing {
	/** What the solver made cheapest, over all of them. */
	cost: number;
	/** The pairing of each part, in their order. Members from elsewhere are named by who they are at home. */
	plans: { part: Part; pairing: Pick<Pairing, 'pairs' | 'unpaired'> }[];
}

/** Problems with more arcs than this are worth a thread of their own. */
const smallProblem = 4_000;

const breath = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The one best pairing over all parts, in a thread of its own where it takes its time. Asks nothing of the database. */
export async function pairJointly(parts: readonly Part[]): Promise<JointPairing> {
	const united = await unite(parts, breath);
	const { problem, fixed } = united;
	const isSmall = problem.cost.length <= smallProblem;
	const answer = isSmall ? assign(problem, { fixed }) : await assignInWorker(problem, { fixed });
	const pairings = divide(united, answer);
	return { cost: answer.cost, plans: parts.map((part, at) => ({ part, pairing: pairings[at]! })) };
}
