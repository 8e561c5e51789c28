import { gates, standingGates } from '../gates.ts';
import type { Assignment, AssignmentProblem } from '../assign/index.ts';
import type { GateCode } from '../matching.ts';
import { occasionOf } from '../occasion.ts';
import { relaxations } from '../relaxation.ts';
import { partsOf } from '../score.ts';
import type { Weights } from '../weights.ts';
import type { Row } from './candidates.ts';
import type { Pair, Plan, Planned, Unfilled } from './planning.ts';
import { forbidden } from './problem-of.ts';
import { seenFrom, weekOf } from './seen-from.ts';

/** An answer of the solver as pairs with their reasons, and what stays open with what stands in the way. */
export function readPlan(
	rows: readonly Row[],
	volunteers: readonly Planned[],
	weights: Weights,
	problem: AssignmentProblem,
	{ arc: chosen, price }: Assignment,
	locked: ReadonlySet<number>
): Pick<Plan, 'pairs' | 'unfilled'> {
	const pairs: Pair[] = [];
	const unfilled: Unfilled[] = [];
	let next = 0;
	for (const [at, row] of rows.entries()) {
		const mine: number[] = [];
		while (next < chosen.length && chosen[next]! < problem.start[at + 1]!) mine.push(chosen[next++]!);
		const second = secondOf(at, mine, problem, price);
		for (const arc of mine) {
			const place = problem.volunteer[arc]!;
			pairs.push({
				...pairOf(row, volunteers[place]!, weights),
				cost: row.costs[arc - problem.start[at]!]!,
				second: second && { personId: volunteers[second.place]!.personId, cost: second.cost },
				locked: locked.has(arc)
			});
		}
		const missing = row.request.peopleNeeded - mine.length;
		if (missing > 0) unfilled.push(unfilledOf(row, missing, volunteers));
	}
	return { pairs, unfilled };
}

function pairOf({ request, agreed, context }: Row, volunteer: Planned, weights: Weights) {
	const { occasion, start, end } = agreed!;
	const view = seenFrom(request, volunteer, weekOf(start, context.zone));
	return {
		requestId: request.id,
		personId: volunteer.personId,
		during: { start: new Date(start), end: new Date(end) },
		parts: partsOf(occasion, view, weights)
	};
}

/** The cheapest, at these prices, of those who could come and do not. */
function secondOf(
	at: number,
	mine: readonly number[],
	{ start, volunteer, cost }: AssignmentProblem,
	price: Float64Array
): { place: number; cost: number } | null {
	let best: { place: number; cost: number; full: number } | null = null;
	for (let arc = start[at]!; arc < start[at + 1]!; arc++) {
		if (mine.includes(arc) || cost[arc] === forbidden) continue;
		const full = cost[arc]! + price[volunteer[arc]!]!;
		if (best === null || full < best.full) best = { place: volunteer[arc]!, cost: cost[arc]!, full };
	}
	return best;
}

function unfilledOf(row: Row, missing: number, volunteers: readonly Planned[]): Unfilled {
	const { request, context, who } = row;
	const open = { requestId: request.id, missing, eligible: who.length };
	if (who.length > 0) return { ...open, stopped: [], relaxations: [] };
	const occasion = occasionOf(request, context);
	const week = weekOf(occasion.openings[0]?.start ?? occasion.now, context.zone);
	const views = volunteers.map((one) => seenFrom(request, one, week));
	const standing = standingGates(occasion);
	const counts = new Map<GateCode, number>();
	for (const view of views) {
		const code = standing.find((gate) => !gate.passes(occasion, view))?.code;
		if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
	}
	const stopped = gates
		.map(({ code }) => ({ gate: code, count: counts.get(code) ?? 0 }))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count);
	return { ...open, stopped, relaxations: relaxations(request, views, context) };
}
