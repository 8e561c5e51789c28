import { ageOn } from '#lib/shared/time.ts';
import { skillKeys, vocabulary, type SkillKey } from '#lib/skills/vocabulary.ts';
import { addAbsence, addCard, type CardPlan } from './cards.ts';
import { randomOf, type Draft } from './draft.ts';
import { everydaySkillsOf, healthLimitsOf, hobbiesOf, languagesOf, type Someone } from './everyday.ts';
import { hoursOf } from './hours.ts';
import { occupations, type Occupation } from './occupations.ts';
import type { Random } from './random.ts';
import type { PersonRow } from './rows.ts';

/** Someone who could be a volunteer. */
interface Adult extends Someone {
	person: PersonRow;
}

/** Enrols the volunteers of a community, those whose card is still on its way too. */
export function enrol(draft: Draft): void {
	const random = randomOf(draft, 'volunteers');
	const pool = random.shuffled(adultsOf(draft));
	const recruits = occupations.flatMap((occupation) =>
		Array.from({ length: occupation.count[draft.plan.slug] }, () => ({
			occupation,
			adult: take(pool, occupation)
		}))
	);
	const members = partyMembers(draft, random, recruits);
	for (const { occupation, adult } of recruits) {
		// most came in the first months, a few lately
		const approved = Math.round(-374 + random.next() ** 1.7 * 345);
		const plan = cardPlan(draft, random, adult, occupation, members.has(adult));
		addCard(draft, adult.person, { ...plan, approved, submitted: approved - 1 });
	}
	leave(draft, random);
	for (const rest of onTheirWay(draft)) {
		const occupation = random.pick(occupations);
		const adult = take(pool, occupation);
		const plan = cardPlan(draft, random, adult, occupation, false);
		addCard(draft, adult.person, { ...plan, vettedUntil: null, insuredUntil: null, honour: false, ...rest });
	}
}

function adultsOf(draft: Draft): Adult[] {
	return draft.rows.people.flatMap((person) => {
		const { bornOn, gender, vulnerable, verifiedAt, householdId, name } = person;
		if (!bornOn || !gender || !householdId || vulnerable || !verifiedAt || draft.cast.has(name)) return [];
		return [{ person, gender, age: ageOn(bornOn, draft.calendar.anchor) }];
	});
}

/** The first of the pool who fits the occupation, out of the pool. */
function take(pool: Adult[], { ages: [youngest, oldest], gender }: Occupation): Adult {
	const fits = ({ age, ...one }: Adult) =>
		youngest <= age && age <= oldest && (!gender || one.gender === gender);
	const at = pool.findIndex(fits);
	if (at < 0) throw new Error('too few people for so many volunteers');
	return pool.splice(at, 1)[0]!;
}

/** As many party members as the plan says, counting those of the cast; more in some occupations than in others. */
function partyMembers(
	{ plan, rows }: Draft,
	random: Random,
	recruits: { occupation: Occupation; adult: Adult }[]
): Set<Adult> {
	const known = rows.cards.filter(({ status, partyMember }) => status === 'approved' && partyMember).length;
	const inOrder = recruits
		.map(({ occupation, adult }) => ({ adult, turn: random.next() ** (1 / occupation.party) }))
		.sort((a, b) => b.turn - a.turn);
	return new Set(inOrder.slice(0, plan.partyMembers - known).map(({ adult }) => adult));
}

function cardPlan(
	draft: Draft,
	random: Random,
	adult: Adult,
	occupation: Occupation,
	partyMember: boolean
): Omit<CardPlan, 'submitted' | 'approved'> {
	const { calendar, plan } = draft;
	const employer = occupation.employers.length > 0 ? random.pick(occupation.employers) : null;
	const branch = employer ? `${employer}党支部` : `${plan.name}第${random.pick(['一', '二', '三'])}党支部`;
	const own = skillKeys.filter((skill) => skill in occupation.skills);
	const others = everydaySkillsOf(random, adult).filter((skill) => !own.includes(skill));
	const dangerous = own.some((skill) => dangerousSkills.has(skill)) || others.includes('moving');
	const isRetired = occupation.rhythm === 'retired';
	return {
		status: 'approved',
		occupation: occupation.name,
		employer,
		partyBranch: partyMember ? branch : null,
		strengths: random.pick(occupation.strengths),
		hobbies: hobbiesOf(random),
		languages: languagesOf(random, adult),
		healthLimits: healthLimitsOf(random, adult),
		skills: [
			...own.map((skill) => held(draft, random, skill, occupation.skills[skill]!)),
			...others.map((skill) => held(draft, random, skill, random.chance(0.3) ? 2 : 1))
		],
		hours: hoursOf(random, occupation.rhythm),
		reachMetres: random.pick([500, 800, 800, 1_000, 1_000, 1_500, 1_500, 2_000]),
		activeTasksMax: random.int(2, 4),
		weeklyMinutesMax: (isRetired ? random.int(8, 16) : random.int(4, 9)) * 30,
		vettedUntil: random.chance(0.8) ? calendar.day(random.int(-20, 420)) : null,
		insuredUntil: random.chance(dangerous ? 0.92 : 0.62) ? calendar.day(random.int(20, 340)) : null,
		honour: random.chance(0.55)
	};
}

const dangerousSkills = new Set<SkillKey>([
	'electrics',
	'appliances',
	'driving',
	'accessible_transport',
	'moving'
]);

function held(draft: Draft, random: Random, skill: SkillKey, level: 1 | 2 | 3): CardPlan['skills'][number] {
	const certified = level === 3 && vocabulary[skill].needsCertificate;
	const expiresOn = certified && random.chance(0.4) ? draft.calendar.day(random.int(45, 900)) : null;
	// sign language nobody here could judge: so one open request finds no one until staff look past that
	const confirmed = random.chance(certified ? 0.93 : 0.86) && skill !== 'sign_language';
	return { skill, level, confirmed, expiresOn };
}

/** A few are away these days. */
function leave(draft: Draft, random: Random): void {
	for (const helper of draft.helpers.filter(({ person }) => !draft.cast.has(person.name))) {
		if (!random.chance(0.07)) continue;
		const from = random.int(-4, 7);
		addAbsence(draft, helper, from, from + random.int(1, 12));
	}
}

/** Cards that wait for approval, were given back, or are not handed in yet. */
function onTheirWay({ plan }: Draft): Pick<CardPlan, 'status' | 'submitted' | 'approved' | 'returnReason'>[] {
	const waiting = plan.slug === 'chengdong' ? [-1, -2, -3, -6] : [-1, -2, -4];
	const reasons = ['请补充方便服务的时间，我们好安排', '电工证的照片看不清，请重新拍一张'];
	return [
		...waiting.map((submitted) => ({ status: 'submitted' as const, submitted, approved: null })),
		...reasons.map((returnReason, at) => ({
			status: 'returned' as const,
			submitted: -9 - at,
			approved: null,
			returnReason
		})),
		{ status: 'draft', submitted: null, approved: null }
	];
}
