import { clockOf, dayOf } from '#lib/shared/time.ts';
import { firstFree, never, soonestThere } from './freetime.ts';
import { refusals, standingGates } from './gates.ts';
import type { Candidate, Context, GateCode, Part, RequestFacts, VolunteerFacts } from './matching.ts';
import { occasionOf, type Occasion } from './occasion.ts';
import { costOf, fitOf, partsOf } from './score.ts';
import type { Weights } from './weights.ts';

/** The best volunteers for one request, and why the others are not among them. */
export interface Shortlist {
	/** Cheapest first; equal costs stand in the order of person ids. */
	best: Candidate[];
	/** Each volunteer who may not come, under the first gate that stops him; the largest groups first. */
	refused: { gate: GateCode; count: number }[];
	/** How many passed all gates, shown or not. */
	eligible: number;
	/** How many were looked at. */
	total: number;
}

/** Who passes all gates, and at what cost. */
export interface Ranked {
	volunteer: VolunteerFacts;
	cost: number;
}

/**
 * Ranks volunteers for a request, exactly: every one is looked at, words and parts are made for the best
 * only.
 * @param limit how many are wanted
 */
export function shortlist(
	request: RequestFacts,
	volunteers: readonly VolunteerFacts[],
	weights: Weights,
	context: Context,
	limit = 10
): Shortlist {
	const occasion = occasionOf(request, context);
	const standing = standingGates(occasion);
	const counts = new Map(standing.map(({ code }) => [code, 0]));
	const best: Ranked[] = [];
	let eligible = 0;
	for (const volunteer of volunteers) {
		const stop = standing.find((gate) => !gate.passes(occasion, volunteer));
		if (stop) {
			counts.set(stop.code, (counts.get(stop.code) ?? 0) + 1);
		} else {
			eligible += 1;
			keepBest(best, { volunteer, cost: costOf(occasion, volunteer, weights) }, limit);
		}
	}
	return {
		best: best
			.sort(byCost)
			.slice(0, limit)
			.map((one) => candidate(occasion, one, weights)),
		refused: [...counts]
			.filter(([, count]) => count > 0)
			.map(([gate, count]) => ({ gate, count }))
			.sort((a, b) => b.count - a.count),
		eligible,
		total: volunteers.length
	};
}

/** Puts one among the best so far, and now and then lets those go who are too many. */
function keepBest(best: Ranked[], one: Ranked, limit: number): void {
	best.push(one);
	if (best.length < 2 * limit) return;
	best.sort(byCost);
	best.length = limit;
}

/** The cheapest first; equal ones in the order of person ids. */
export function byCost(a: Ranked, b: Ranked): number {
	return a.cost - b.cost || (a.volunteer.personId < b.volunteer.personId ? -1 : 1);
}

/** One of the best, with all that is told of him. */
export function candidate(occasion: Occasion, { volunteer, cost }: Ranked, weights: Weights): Candidate {
	const start = firstFree(occasion, volunteer);
	return {
		personId: volunteer.personId,
		cost,
		fit: fitOf(cost, weights),
		start: start === never ? null : new Date(start),
		parts: [...partsOf(occasion, volunteer, weights), ...freePart(occasion, volunteer, start)],
		waived: refusals(occasion, volunteer)
	};
}

/** From when he is free: says nothing of day and clock where it is as soon as anybody could be there. */
function freePart(occasion: Occasion, volunteer: VolunteerFacts, start: number): Part[] {
	if (start === never) return [];
	const instant = new Date(start);
	const day = dayOf(instant, occasion.zone);
	const late = start > soonestThere(occasion, volunteer);
	return [
		{
			code: 'free',
			points: 0,
			params: {
				day: late && day !== occasion.firstDay ? day : null,
				clock: late ? clockOf(instant, occasion.zone) : null
			}
		}
	];
}
