import type { SkillKey } from '#lib/skills/vocabulary.ts';
import { liftedByDeadline, unmatchedCost } from '../deadline.ts';
import { standingGates, type Gate } from '../gates.ts';
import type { Context, RequestFacts, VolunteerFacts } from '../matching.ts';
import { occasionOf, type Calendar, type Occasion } from '../occasion.ts';
import { costOf } from '../score.ts';
import type { Weights } from '../weights.ts';
import { agreedStart, type Agreed } from './agreed-start.ts';
import type { Planned } from './planning.ts';
import { seenFrom, weekOf } from './seen-from.ts';

/** One request with all who may come at its agreed time. */
export interface Row {
	request: RequestFacts;
	/** Gates lifted for it by its deadline. */
	context: Context;
	/** Null where nobody may ever come. */
	agreed: Agreed | null;
	/** Of those who may come: their places in the list of volunteers, ascending, and what each pair costs. */
	who: number[];
	costs: number[];
	unmatchedCost: number;
}

/**
 * For each request who may come, when, and at what cost: every pair passes all gates at one agreed time.
 * @param volunteers everyone; their order numbers them
 */
export function candidatesFor(
	requests: readonly RequestFacts[],
	volunteers: readonly Planned[],
	weights: Weights,
	context: Context
): Row[] {
	const holders = bySkill(volunteers);
	const calendar: Calendar = new Map();
	return requests.map((request) => {
		const own = { ...context, lifted: [...liftedByDeadline(request, weights, context.now)] };
		const row = { request, context: own, unmatchedCost: unmatchedCost(request, weights, context.now) };
		return {
			...row,
			...whoMayCome(request, holders.get(request.skill) ?? [], volunteers, weights, own, calendar)
		};
	});
}

function whoMayCome(
	request: RequestFacts,
	holders: readonly number[],
	volunteers: readonly Planned[],
	weights: Weights,
	context: Context,
	calendar: Calendar
): Pick<Row, 'agreed' | 'who' | 'costs'> {
	const open = occasionOf(request, context, calendar);
	const week = weekOf(open.openings[0]?.start ?? open.now, context.zone);
	const standing = standingGates(open);
	const untimed = standing.filter(({ code }) => code !== 'time' && code !== 'weekly_minutes');
	const may: VolunteerFacts[] = [];
	const places = new Map<string, number>();
	for (const place of holders) {
		const view = seenFrom(request, volunteers[place]!, week);
		if (!passes(untimed, open, view)) continue;
		places.set(view.personId, place);
		may.push(view);
	}
	const agreed = agreedStart(request, may, context, calendar);
	const chosen: { place: number; cost: number }[] = [];
	for (const { personId } of agreed?.free ?? []) {
		const place = places.get(personId)!;
		// papers and minutes are those of the day and the week that were agreed
		const view = seenFrom(request, volunteers[place]!, weekOf(agreed!.start, context.zone));
		if (passes(standing, agreed!.occasion, view)) {
			chosen.push({ place, cost: costOf(agreed!.occasion, view, weights) });
		}
	}
	return { agreed, who: chosen.map(({ place }) => place), costs: chosen.map(({ cost }) => cost) };
}

function passes(standing: readonly Gate[], occasion: Occasion, volunteer: VolunteerFacts): boolean {
	return standing.every((gate) => gate.passes(occasion, volunteer));
}

function bySkill(volunteers: readonly Planned[]): Map<SkillKey, number[]> {
	const holders = new Map<SkillKey, number[]>();
	for (const [place, { skills }] of volunteers.entries()) {
		for (const skill of new Set(skills.map((held) => held.skill))) {
			const list = holders.get(skill);
			if (list) list.push(place);
			else holders.set(skill, [place]);
		}
	}
	return holders;
}
