import { consentTo, randomOf, type Draft } from './draft.ts';
import { firstDay } from './people.ts';

/**
 * Staff went round to the vulnerable in the first weeks, and most agreed that help is looked for: so a hundred of
 * them can be paired with a hundred party members (百名结对, seed 003). Some also agreed that health is written down.
 */
export function goRound(draft: Draft): void {
	const random = randomOf(draft, 'consents');
	for (const person of draft.rows.people.filter(({ vulnerable }) => vulnerable)) {
		const at = draft.calendar.at(firstDay + random.int(26, 36), random.int(9 * 60, 17 * 60));
		if (random.chance(0.88)) consentTo(draft, person, 'matching', at);
		if (random.chance(0.3)) consentTo(draft, person, 'sensitive', at);
	}
}

/** Two who would rather not be brought together; nobody is told why. */
export function keepApart(draft: Draft): void {
	const random = randomOf(draft, 'avoidances');
	const old = draft.rows.people.filter(({ vulnerable, name }) => vulnerable && !draft.cast.has(name));
	const helpers = draft.helpers.filter(({ person }) => !draft.cast.has(person.name));
	for (const since of [-210, -64]) {
		draft.rows.avoidances.push({
			personId: random.pick(old).id,
			avoidedId: random.pick(helpers).person.id,
			since: draft.calendar.at(since, 15 * 60)
		});
	}
}
