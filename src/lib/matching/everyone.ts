import type { SkillKey } from '#lib/skills/vocabulary.ts';
import type { VolunteerRow } from '#lib/volunteers/queries.server.ts';
import type { Planned } from './planning/planning.ts';

/** One volunteer as the rules look at him, and as the screen names and places him. */
export interface Known {
	facts: Planned;
	row: VolunteerRow;
}

/** All volunteers of a community; nothing in it is ever changed. */
export interface Everyone {
	people: readonly Known[];
	rows: VolunteerRows;
	/** Who holds a skill at any level, counting or run out. */
	holders: (skill: SkillKey) => Planned[];
	/** The same with some people read anew: who is not among them any more has no card now. */
	with: (ids: readonly string[], read: readonly Known[]) => Everyone;
}

/** Rows behind volunteers, for names and places on the screen. */
export interface VolunteerRows {
	get: (id: string) => VolunteerRow | undefined;
}

/** What is worked out from who there is and what each can do; thousands share it as long as that stays. */
interface Index {
	places: ReadonlyMap<string, number>;
	bySkill: Map<SkillKey, readonly number[]>;
}

export function everyoneOf(people: readonly Known[]): Everyone {
	const places = new Map(people.map(({ facts }, place) => [facts.personId, place]));
	return indexed(people, { places, bySkill: new Map() });
}

function indexed(people: readonly Known[], index: Index): Everyone {
	const { places, bySkill } = index;
	const at = (id: string) => people[places.get(id) ?? -1];
	return {
		people,
		rows: { get: (id) => at(id)?.row },
		holders(skill) {
			const found = bySkill.get(skill) ?? placesOf(people, skill);
			bySkill.set(skill, found);
			return found.map((place) => people[place]!.facts);
		},
		with(ids, read) {
			if (ids.length !== read.length || !read.every(({ facts }) => at(facts.personId))) {
				const without = new Set(ids);
				return everyoneOf([...people.filter(({ facts }) => !without.has(facts.personId)), ...read]);
			}
			const now = people.slice();
			for (const one of read) now[places.get(one.facts.personId)!] = one;
			const canTheSame = read.every(({ facts }) => skillsIn(facts) === skillsIn(at(facts.personId)!.facts));
			return indexed(now, canTheSame ? index : { places, bySkill: new Map() });
		}
	};
}

function placesOf(people: readonly Known[], skill: SkillKey): number[] {
	const found: number[] = [];
	for (const [place, { facts }] of people.entries())
		if (facts.skills.some((one) => one.skill === skill)) found.push(place);
	return found;
}

function skillsIn({ skills }: Planned): string {
	return skills
		.map(({ skill }) => skill)
		.sort()
		.join();
}
