import { gates, standingGates, type Gate, type Relax } from './gates.ts';
import type { Context, RelaxableGate, RequestFacts, VolunteerFacts } from './matching.ts';
import { occasionOf, type Occasion } from './occasion.ts';

/** One gate that could give way. */
export interface Relaxation {
	gate: RelaxableGate;
	relax: Relax;
	/** How many volunteers fail this gate alone, so that lifting it brings them back. */
	count: number;
}

/**
 * Which gate to relax and how many volunteers each alone would bring back, most first. Gates that nobody may
 * open (consent, exclusion, household, age, health, a refusal) are not offered; a paper that can be put in
 * order is, as something to do rather than to lift.
 */
export function relaxations(
	request: RequestFacts,
	volunteers: readonly VolunteerFacts[],
	context: Context
): Relaxation[] {
	const occasion = occasionOf(request, context);
	const standing = standingGates(occasion);
	const counts = new Map<Gate, number>();
	for (const volunteer of volunteers) {
		const gate = onlyGateFailed(standing, occasion, volunteer);
		if (gate) counts.set(gate, (counts.get(gate) ?? 0) + 1);
	}
	return gates
		.flatMap((gate) => {
			const count = counts.get(gate);
			return count && gate.relax !== 'never' ? [{ gate: gate.code, relax: gate.relax, count }] : [];
		})
		.sort((a, b) => b.count - a.count);
}

/** The one gate the pair does not pass; null where it passes all or fails more than one. */
function onlyGateFailed(
	standing: readonly Gate[],
	occasion: Occasion,
	volunteer: VolunteerFacts
): Gate | null {
	let failed: Gate | null = null;
	for (const gate of standing) {
		if (gate.passes(occasion, volunteer)) continue;
		if (failed !== null) return null;
		failed = gate;
	}
	return failed;
}
