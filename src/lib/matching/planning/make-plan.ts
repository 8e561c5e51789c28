import { AppError } from '#lib/shared/errors.ts';
import {
	assign,
	lowerBound,
	type Assignment,
	type AssignmentProblem,
	type AssignOptions
} from '../assign/index.ts';
import type { Context, RequestFacts } from '../matching.ts';
import type { Weights } from '../weights.ts';
import { candidatesFor, type Row } from './candidates.ts';
import { clashesIn } from './clashes.ts';
import type { Decision, Plan, Planned } from './planning.ts';
import { forbidden, problemOf } from './problem-of.ts';
import { readPlan } from './read-plan.ts';

/** What solves: `assign` here, or the same in a thread of its own. */
export type Solve = (
	problem: AssignmentProblem,
	options: Pick<AssignOptions, 'fixed' | 'warm'>
) => Assignment | Promise<Assignment>;

export interface PlanOptions {
	/** Pairs that staff want, or do not want. */
	decisions?: readonly Decision[];
	solve?: Solve;
	/** Told how far it is, a share of 1. */
	onProgress?: (share: number) => void;
}

/** What finding candidates takes of the whole. */
const candidatesShare = 0.8;

/**
 * The cheapest plan for all the requests at once. Where it has somebody in two places, or working too much, they
 * keep what is dearest to give to others, what clashes with it is forbidden, and the rest solved again, until nobody is:
 * the plan says how far its cost then lies above the bound, below which no plan at all can be.
 * @throws AppError `not_possible_now` / `lock` where a locked pair passes no gate any more, `locks_clash` where two have
 *   one person in two places or a request or a person more than there is room for
 */
export async function makePlan(
	requests: readonly RequestFacts[],
	volunteers: readonly Planned[],
	weights: Weights,
	context: Context,
	{ decisions = [], solve = assign, onProgress }: PlanOptions = {}
): Promise<Plan> {
	const rows = candidatesFor(requests, volunteers, weights, context);
	onProgress?.(candidatesShare);
	const problem = problemOf(rows, volunteers, weights);
	const fixed = decide(rows, volunteers, problem, decisions);
	const locked = new Set(fixed);
	const first = async () => solve(problem, { fixed });
	let answer = await first().catch(refuseLocks);
	const bound = lowerBound(problem, answer.price, fixed);
	let letOff = 0;
	for (;;) {
		const clashes = clashesIn(rows, volunteers, problem, answer, (arc) => locked.has(arc));
		if (clashes.letOff.length === 0) break;
		if (clashes.letOff.some((arc) => locked.has(arc))) throw locksClash();
		for (const arc of [...clashes.letOff, ...clashes.barred]) problem.cost[arc] = forbidden;
		letOff += clashes.letOff.length;
		answer = await solve(problem, { fixed, warm: answer });
	}
	return {
		...readPlan(rows, volunteers, weights, problem, answer, locked),
		cost: answer.cost,
		bound,
		letOff
	};
}

/** Marks the forbidden pairs and names the locked ones, ascending. */
function decide(
	rows: readonly Row[],
	volunteers: readonly Planned[],
	problem: AssignmentProblem,
	decisions: readonly Decision[]
): Int32Array {
	const places = new Map(volunteers.map(({ personId }, place) => [personId, place]));
	const requests = new Map(rows.map(({ request }, at) => [request.id, at]));
	const fixed: number[] = [];
	for (const { requestId, personId, kind } of decisions) {
		const at = requests.get(requestId);
		if (at === undefined) continue;
		const among = rows[at]!.who.indexOf(places.get(personId) ?? -1);
		if (kind === 'lock' && among < 0) throw new AppError('not_possible_now', 'lock');
		if (among < 0) continue;
		const arc = problem.start[at]! + among;
		if (kind === 'lock') fixed.push(arc);
		else problem.cost[arc] = forbidden;
	}
	return Int32Array.from(new Set(fixed)).sort();
}

function refuseLocks(error: unknown): never {
	throw error instanceof RangeError ? locksClash() : error;
}

function locksClash(): AppError {
	return new AppError('not_possible_now', 'locks_clash');
}
