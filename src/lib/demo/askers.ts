import { ageOn } from '#lib/shared/time.ts';
import type { Draft } from './draft.ts';
import type { Random } from './random.ts';
import type { PersonRow } from './rows.ts';
import type { Asker } from './stories.ts';

/** Someone who may be helped, and how often one of the kind asks. */
interface Possible {
	person: PersonRow;
	age: number;
	weight: number;
}

/** Who there is to ask for help; a part of the old ones do it again and again. */
export interface Askers {
	byKind: Record<Asker, Possible[]>;
	/** Adults by household: they ask for the children. */
	parents: Map<string, PersonRow[]>;
}

const fits: Record<Asker, (one: Possible) => boolean> = {
	old: ({ age, person }) => age >= 64 || (person.vulnerable ?? false),
	small_child: ({ age }) => age >= 3 && age <= 9,
	pupil: ({ age }) => age >= 7 && age <= 15,
	working: ({ age }) => age >= 24 && age <= 56,
	anyone: ({ age }) => age >= 30
};

export function askersOf(draft: Draft, random: Random): Askers {
	const verified = draft.rows.people.filter(({ verifiedAt, householdId, bornOn, name }) => {
		return verifiedAt && householdId && bornOn && !draft.cast.has(name);
	});
	const possible = verified.map((person): Possible => {
		const regular = random.chance(0.25) ? 5 : 1;
		return {
			person,
			age: ageOn(person.bornOn!, draft.calendar.anchor),
			weight: person.vulnerable ? 3 * regular : regular
		};
	});
	const kinds = Object.keys(fits) as Asker[];
	const byKind = Object.fromEntries(
		kinds.map((kind) => [kind, possible.filter(fits[kind])])
	) as Askers['byKind'];
	const adults = possible.filter(({ age }) => age >= 22).map(({ person }) => person);
	return { byKind, parents: Map.groupBy(adults, ({ householdId }) => householdId!) };
}

/** Someone of a kind, and who asks: a parent for a child, else the person. */
export function pickAsker(
	{ byKind, parents }: Askers,
	random: Random,
	kind: Asker
): { person: PersonRow; askedBy: PersonRow } {
	const { person, age } = random.weighted(byKind[kind], ({ weight }) => weight);
	const family = age < 18 ? parents.get(person.householdId!) : undefined;
	return { person, askedBy: family?.at(-1) ?? person };
}
