import { randomOf, type Draft } from './draft.ts';
import { fullName, surname } from './names.ts';
import { addHome, addPerson, firstDay, newPhone } from './people.ts';
import type { CommunityPlan } from './plans.ts';
import type { Random } from './random.ts';
import type { HomeRow } from './rows.ts';

/** Someone of a household: children and their father bear one surname. */
interface Member {
	gender: 'female' | 'male';
	age: number;
	family: 'own' | 'shared';
}

const her = (age: number, family: Member['family'] = 'own'): Member => ({ gender: 'female', age, family });
const him = (age: number): Member => ({ gender: 'male', age, family: 'shared' });

type Kind = 'old_alone' | 'old_couple' | 'three_generations' | 'family' | 'couple' | 'single';

const households: Record<Kind, (random: Random) => Member[]> = {
	old_alone: (random) => [random.chance(0.7) ? her(random.int(66, 91)) : him(random.int(66, 89))],
	old_couple(random) {
		const age = random.int(62, 86);
		return [him(age), her(age - random.int(-1, 5))];
	},
	three_generations(random) {
		const age = random.int(33, 47);
		const old = age + random.int(24, 30);
		const grandparents = random.chance(0.45) ? [him(old), her(old - random.int(0, 4))] : [her(old)];
		return [...grandparents, him(age), her(age - random.int(-1, 4)), child(random, age - 27)];
	},
	family(random) {
		const age = random.int(29, 52);
		const children = random.chance(0.35) ? 2 : 1;
		const brood = Array.from({ length: children }, () => child(random, age - 26));
		return [him(age), her(age - random.int(-1, 4)), ...brood];
	},
	couple(random) {
		const age = random.int(24, 60);
		return [him(age), her(Math.max(23, age - random.int(-1, 4)))];
	},
	single: (random) => [random.chance(0.5) ? her(random.int(22, 58)) : him(random.int(22, 58))]
};

function child(random: Random, oldest: number): Member {
	const age = random.int(1, Math.min(24, Math.max(2, oldest)));
	return random.chance(0.5) ? him(age) : her(age, 'shared');
}

/** Shares in a hundred homes; what the old leave is spread over the others. */
function sharesOf({ oldAlone, oldCouples }: CommunityPlan): [Kind, number][] {
	const rest = (100 - oldAlone - oldCouples) / 100;
	return [
		['old_alone', oldAlone],
		['old_couple', oldCouples],
		['three_generations', 25 * rest],
		['family', 40 * rest],
		['couple', 20 * rest],
		['single', 15 * rest]
	];
}

/** Fills the buildings with households and the people in them. */
export function settle(draft: Draft): void {
	const random = randomOf(draft, 'households');
	const shares = sharesOf(draft.plan);
	for (const building of draft.rows.buildings) {
		const [fewest, most] = draft.plan.homes;
		for (let left = random.int(fewest, most); left > 0; left--) {
			const [kind] = random.weighted(shares, ([, share]) => share);
			moveIn(draft, random, addHome(draft, building), households[kind](random), kind === 'old_alone');
		}
	}
}

function moveIn(draft: Draft, random: Random, home: HomeRow, members: Member[], alone: boolean): void {
	const shared = surname(random);
	const createdAt = draft.calendar.at(firstDay + random.int(0, 24), random.int(8 * 60, 17 * 60));
	const verifiedBy = draft.staff[random.int(1, draft.staff.length - 1)]!.id;
	for (const { gender, age, family } of members) {
		addPerson(draft, {
			name: fullName(random, draft.names, family === 'own' ? surname(random) : shared, gender, age),
			gender,
			age,
			home,
			phone: random.chance(reachable(age)) ? newPhone(draft) : undefined,
			vulnerable: age >= 80 || (alone && age >= 70) || (age >= 18 && random.chance(0.012)),
			createdAt,
			// a few have registered by themselves and have not been to the station yet
			verifiedBy: random.chance(0.985) ? verifiedBy : undefined
		});
	}
}

/** The share of people of an age who have a mobile phone of their own. */
function reachable(age: number): number {
	if (age < 14) return 0;
	if (age < 70) return 0.96;
	return age < 80 ? 0.72 : 0.45;
}
