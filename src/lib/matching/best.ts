import { byLook } from './gates-by-look.ts';
import { standingGates, type Gate } from './gates.ts';
import type { Candidate, Context, RequestFacts, VolunteerFacts } from './matching.ts';
import { occasionOf, type Occasion } from './occasion.ts';
import type { Planned } from './planning/planning.ts';
import { minutesIn, stranger, weekOf } from './planning/seen-from.ts';
import { pairCosts, kindCostOf } from './score.ts';
import { byCost, candidate, type Ranked } from './shortlist.ts';
import type { Weights } from './weights.ts';

/** Whom somebody was helped by before, and how that was. */
type Helpers = ReadonlyMap<string, VolunteerFacts['history']>;

/**
 * The best of a shortlist, the same as `shortlist` finds, without its count of those who may not come. What a pair costs does not
 * depend on the hour, so nobody who is dearer than the best so far is asked when he is free: that takes longest.
 * @param helpers who has helped the same person before
 * @param limit how many are wanted
 */
export function bestOf(
	request: RequestFacts,
	volunteers: readonly Planned[],
	helpers: Helpers,
	weights: Weights,
	context: Context,
	limit: number
): Candidate[] {
	const occasion = occasionOf(request, context);
	const { kind, pair, people, week, moment } = byLook(standingGates(occasion));
	const first: Gate[] = [...kind, ...pair.filter((gate) => gate.applies(occasion)), ...people];
	const last: Gate[] = [...week, ...moment];
	const weekBegins = weekOf((request.windows[0]?.start ?? context.now).getTime(), context.zone);
	const pairCost = pairCosts(occasion, weights);
	const best: Ranked[] = [];
	for (const one of volunteers) {
		const volunteer: VolunteerFacts = {
			...one,
			history: helpers.get(one.personId) ?? stranger,
			minutesThisWeek: 0
		};
		if (!passes(first, occasion, volunteer)) continue;
		const ranked = { volunteer, cost: kindCostOf(occasion, volunteer, weights) + pairCost(volunteer) };
		if (best.length >= limit && byCost(ranked, best.at(-1)!) > 0) continue;
		volunteer.minutesThisWeek = minutesIn(one, weekBegins);
		if (passes(last, occasion, volunteer)) keep(best, ranked, limit);
	}
	return best.map((one) => candidate(occasion, one, weights));
}

function passes(gates: readonly Gate[], occasion: Occasion, volunteer: VolunteerFacts): boolean {
	for (const gate of gates) if (!gate.passes(occasion, volunteer)) return false;
	return true;
}

/** Puts one in its place among the best, and lets the last go where they are too many. */
function keep(best: Ranked[], one: Ranked, limit: number): void {
	let [from, to] = [0, best.length];
	while (from < to) {
		const middle = (from + to) >> 1;
		if (byCost(best[middle]!, one) < 0) from = middle + 1;
		else to = middle;
	}
	best.splice(from, 0, one);
	if (best.length > limit) best.pop();
}
