import {
	everydaySkillsOf,
	healthLimitsOf,
	hobbiesOf,
	languagesOf,
	type Someone
} from '#lib/demo/everyday.ts';
import { hoursOf } from '#lib/demo/hours.ts';
import { occupations, type Occupation } from '#lib/demo/occupations.ts';
import { randomFrom, type Random } from '#lib/demo/random.ts';
import { stories } from '#lib/demo/stories.ts';
import type { Point } from '#lib/matching/distance.ts';
import type { Context, RequestFacts } from '#lib/matching/matching.ts';
import type { Planned } from '#lib/matching/planning/planning.ts';
import { urgencyFor, windowsFor, type Wish } from '#lib/requests/windows.ts';
import { addDays, dayOf, minute } from '#lib/shared/time.ts';
import type { HeldSkill } from '#lib/skills/skills.ts';
import { needs, type Need, type NeedKey } from '#lib/skills/needs.ts';
import { vocabulary, type SkillKey } from '#lib/skills/vocabulary.ts';

export const zone = 'Asia/Shanghai';

/** Monday, half past eight in the morning. */
const now = new Date('2026-11-23T00:30:00Z');

export const context: Context = { now, zone, today: dayOf(now, zone) };

/** So many volunteers live on a square kilometre: one in a hundred of those who live in a Chinese city. */
const density = 150;

/** People as the rules of the application look at them. */
export interface Town {
	requests: RequestFacts[];
	/** What each of these asks for. */
	asked: NeedKey[];
	volunteers: Planned[];
	/** Where all of them live; places are these very objects. */
	buildings: Point[];
}

/**
 * A city of as many requests as volunteers, whose trades, skills, hours, reach and wants are spread as in the demo
 * community. The same seed gives the same town.
 */
export function townOf(many: number, seed: number): Town {
	const width = 1_000 * Math.sqrt(many / density);
	const random = randomFrom(seed, 'streets');
	const buildings = Array.from({ length: Math.ceil(many / 20) }, () => ({
		east: random.int(0, Math.floor(width)),
		north: random.int(0, Math.floor(width))
	}));
	const helpers = randomFrom(seed, 'volunteers');
	const askers = randomFrom(seed, 'requests');
	const asked = Array.from({ length: many }, () => askers.weighted(stories, ({ weight }) => weight).need);
	return {
		volunteers: Array.from({ length: many }, (_, at) =>
			volunteer(helpers, helpers.pick(buildings), at, many)
		),
		requests: asked.map((need, at) => request(askers, needs[need], askers.pick(buildings), at)),
		asked,
		buildings
	};
}

function volunteer(random: Random, place: Point, at: number, many: number): Planned {
	const occupation = random.weighted(occupations, ({ count }) => count.chengdong);
	const someone: Someone = { age: random.int(...occupation.ages), gender: genderOf(random, occupation) };
	const promised = promisesOf(random);
	const activeTasksMax = random.int(2, 4);
	const tasksEver = random.chance(0.15) ? 0 : random.int(1, 40);
	return {
		personId: `volunteer ${at}`,
		householdId: `home ${at}`,
		place,
		reachMetres: random.pick([500, 800, 800, 1_000, 1_000, 1_500, 1_500, 2_000]),
		cardStatus: random.chance(0.96) ? 'approved' : 'submitted',
		cardExpiresOn: dayIn(random.int(-10, 720)),
		skills: skillsOf(random, occupation, someone),
		availability: hoursOf(random, occupation.rhythm),
		absences: random.chance(0.07) ? [{ from: dayIn(random.int(-4, 7)), to: dayIn(random.int(7, 14)) }] : [],
		busy: promised.map((span) => ({ span, place: random.chance(0.9) ? near(random, place) : null })),
		promised,
		activeTasks: random.chance(0.05) ? activeTasksMax : Math.min(promised.length, activeTasksMax - 1),
		activeTasksMax,
		weeklyMinutesMax: occupation.rhythm === 'retired' ? random.int(8, 16) * 30 : random.int(4, 9) * 30,
		gender: someone.gender,
		bornOn: `${2026 - someone.age}-05-04`,
		languages: languagesOf(random, someone),
		interests: hobbiesOf(random),
		vettedUntil: random.chance(0.8) ? dayIn(random.int(-20, 420)) : null,
		insuredUntil: random.chance(0.7) ? dayIn(random.int(-5, 340)) : null,
		healthLimits: healthLimitsOf(random, someone),
		histories: new Map(
			Array.from({ length: Math.min(3, tasksEver) }, () => [
				`resident ${random.int(0, many - 1)}`,
				{ helps: 2, good: random.int(0, 2), last: random.chance(0.5) }
			])
		),
		tasksThisMonth: tasksEver === 0 ? 0 : random.int(0, 4),
		lateDropOuts: random.chance(0.05) ? 1 : 0,
		tasksEver,
		partyMember: false
	};
}

function genderOf(random: Random, { gender }: Occupation): Someone['gender'] {
	return gender ?? random.pick(['female', 'male'] as const);
}

function skillsOf(random: Random, occupation: Occupation, someone: Someone): HeldSkill[] {
	const own = Object.entries(occupation.skills) as [SkillKey, HeldSkill['level']][];
	const others = everydaySkillsOf(random, someone).filter((skill) => !(skill in occupation.skills));
	const everyday = others.map((skill): [SkillKey, HeldSkill['level']] => [skill, random.chance(0.3) ? 2 : 1]);
	return [...own, ...everyday].map(([skill, level]) => ({
		skill,
		level,
		confirmedAt: random.chance(0.87) ? now : null,
		confirmedBy: null,
		expiresOn:
			level === 3 && vocabulary[skill].needsCertificate && random.chance(0.4)
				? dayIn(random.int(-30, 900))
				: null
	}));
}

function promisesOf(random: Random) {
	const count = random.pick([0, 0, 0, 1, 1, 2]);
	return Array.from({ length: count }, () => {
		const start = new Date(now.getTime() + random.int(0, 7 * 24 * 12) * 5 * minute);
		return { start, end: new Date(start.getTime() + random.int(2, 8) * 15 * minute) };
	});
}

function near(random: Random, { east, north }: Point): Point {
	return { east: east + random.int(-600, 600), north: north + random.int(-600, 600) };
}

function request(random: Random, need: Need, place: Point, at: number): RequestFacts {
	const windows = windowsIn(random, need.minutes);
	const presence = need.presence === 'either' ? random.pick(['home', 'telephone'] as const) : need.presence;
	const wish = random.chance(0.12) ? random.pick(['female', 'male'] as const) : null;
	const language = random.chance(0.08) ? ['local_dialect'] : [];
	const must = random.chance(0.3);
	return {
		id: `request ${at}`,
		forPersonId: `resident ${at}`,
		householdId: null,
		skill: need.skill,
		level: need.level,
		mustBeConfirmed: need.confirmed,
		presence,
		vulnerable: need.vulnerable || random.chance(0.2),
		risk: need.risk,
		strains: need.skill === 'moving' || need.skill === 'cleaning' ? ['no_lifting'] : [],
		minutes: need.minutes,
		place: presence === 'telephone' ? null : place,
		windows: windows.spans,
		peopleNeeded: need.people,
		urgency: windows.urgency,
		musts: { gender: must ? wish : null, languages: must ? language : [] },
		wishes: { gender: must ? null : wish, languages: must ? [] : language, interests: [] },
		consented: random.chance(0.99),
		helped: { bornOn: '1948-02-01', gender: 'female' },
		excludedPeople: [],
		declinedBy: [],
		deadline: windows.spans.at(-1)!.end
	};
}

/** As people ask: today, one of these days, this week, or on a day of the coming week. */
function windowsIn(random: Random, minutes: number) {
	const parts = ['any', 'morning', 'afternoon', 'evening'] as const;
	const when = random.pick(['today', 'days', 'week', 'date', 'date', 'date'] as const);
	const part = when === 'today' ? 'any' : random.pick(parts);
	const wish: Wish = { when, part, ...(when === 'date' && { date: dayIn(random.int(1, 6)) }) };
	return {
		spans: windowsFor(wish, context.today, now, minutes, zone),
		urgency: urgencyFor(wish, context.today)
	};
}

function dayIn(days: number): string {
	return addDays(context.today, days);
}
