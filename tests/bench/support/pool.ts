import Papa from 'papaparse';
import { randomFrom } from '#lib/demo/random.ts';
import { skillName } from '#lib/skills/words.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';

/** What the calls of New York ask for, by how many of the pool offer it. */
const skills: [SkillKey, number][] = [
	['event_organising', 0.6],
	['lending_a_hand', 0.5],
	['giving_talks', 0.3],
	['street_cleaning', 0.4],
	['emergency_response', 0.2]
];

/** The box of the city, degrees. */
const city = { south: 40.55, north: 40.88, west: -74.12, east: -73.76 };

const times = [
	'Monday to Friday 9:00-17:00',
	'weekdays mornings',
	'Saturday and Sunday 9:00-17:00',
	'every day 9:00-17:00'
];

/**
 * A sheet of volunteers for the calls of New York. Nobody publishes real volunteers, so these are invented, evenly over the
 * city: the same seed gives the same people.
 */
export function inventedPool(many: number, seed: number): string {
	const random = randomFrom(seed, 'pool of volunteers');
	const between = (least: number, most: number) => (least + random.next() * (most - least)).toFixed(5);
	const rows = Array.from({ length: many }, (_, at) => ({
		id: `V${at + 1}`,
		name: `Invented ${at + 1}`,
		gender: random.pick(['female', 'male']),
		birthday: `${random.int(1950, 2004)}-0${random.int(1, 9)}-1${random.int(0, 9)}`,
		skills: skills
			.filter(([, share]) => random.chance(share))
			.map(([skill]) => skillName(skill, 'en'))
			.join('; '),
		'skills confirmed': random.chance(0.9) ? 'yes' : 'no',
		'free times': random.pick(times),
		latitude: between(city.south, city.north),
		longitude: between(city.west, city.east),
		reach: random.pick([2_000, 4_000, 8_000, 12_000]),
		'most tasks': random.int(2, 8),
		'weekly minutes': random.pick([240, 480, 720]),
		'tasks this month': random.int(0, 3),
		vetted: random.chance(0.7) ? 'yes' : 'no',
		insured: random.chance(0.8) ? 'yes' : 'no'
	}));
	return Papa.unparse(rows);
}
