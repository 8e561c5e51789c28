import { gates } from '../gates.ts';
import type { Context, GateCode, RelaxableGate, RequestFacts, VolunteerFacts } from '../matching.ts';
import { occasionOf, type Occasion } from '../occasion.ts';
import { heldSkill } from '../papers.ts';
import { seenFrom, weekOf } from '../planning/seen-from.ts';
import type { Planned } from '../planning/planning.ts';
import { confirmedLevel } from './lines.ts';

/** What would bring somebody who has the skill to an open request. */
export interface Helps {
	/** How many one gate alone stops, most first. */
	alone: { gate: RelaxableGate; count: number }[];
	/** Who is stopped by the fewest, and all that stops that person; null where nobody who may come has the skill. */
	nearest: { personId: string; gates: RelaxableGate[] } | null;
}

/**
 * The gate as a reader of sheets knows it. A sheet tells no levels, only whether a skill was confirmed: a level too low
 * there means that it was not, save where a certificate is asked for.
 */
export function gateTold<Gate extends GateCode>(
	gate: Gate,
	{ level }: Pick<RequestFacts, 'level'>
): Gate | 'skill_confirmed' {
	return gate === 'skill_level' && level <= confirmedLevel ? 'skill_confirmed' : gate;
}

/** Looks at those who have the skill, with every gate that stops each: the first alone does not say what to mend. */
export function helpsFor(
	request: RequestFacts,
	volunteers: Iterable<{ facts: Planned }>,
	context: Context
): Helps {
	const occasion = occasionOf(request, context);
	const week = weekOf(occasion.openings[0]?.start ?? occasion.now, context.zone);
	const counts = new Map<RelaxableGate, number>();
	let nearest: Helps['nearest'] = null;
	for (const { facts: volunteer } of volunteers) {
		if (heldSkill(occasion, volunteer) === null) continue;
		const closed = closedTo(occasion, seenFrom(request, volunteer, week));
		if (closed === null) continue;
		const stops = [...new Set(closed.map((code) => gateTold(code, request)))];
		if (stops.length === 1) counts.set(stops[0]!, (counts.get(stops[0]!) ?? 0) + 1);
		if (nearest === null || stops.length < nearest.gates.length)
			nearest = { personId: volunteer.personId, gates: stops };
	}
	const alone = [...counts].map(([gate, count]) => ({ gate, count })).sort((a, b) => b.count - a.count);
	return { alone, nearest };
}

/** Every gate that stops somebody; null where one of them gives way for nobody. No words are made: pairs are many. */
function closedTo(occasion: Occasion, volunteer: VolunteerFacts): RelaxableGate[] | null {
	const closed: RelaxableGate[] = [];
	for (const gate of gates) {
		if (gate.passes(occasion, volunteer)) continue;
		if (gate.relax === 'never') return null;
		closed.push(gate.code);
	}
	return closed;
}
