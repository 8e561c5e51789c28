import { metresBetween, tenMinuteCircle } from '#lib/matching/distance.ts';
import type { PartCode } from '#lib/matching/matching.ts';
import type { Params } from '#lib/shared/errors.ts';
import type { MemberFacts, ResidentFacts, Setting } from './facts.ts';
import { meetingTimes } from './hours.ts';

/** Parts of a pair's cost; those that a request's score has too are said in the same words. */
export const pairPartCodes = [
	'distance',
	'continuity',
	'language',
	'gender',
	'interests',
	'skills',
	'hours',
	'pairs'
] as const;
export type PairPartCode = (typeof pairPartCodes)[number];

/** Those that are said as in a request's reasons. */
export type SharedPartCode = PairPartCode & PartCode;

/** One part with what is needed to say it in words, now or a year later. */
export interface PairPart {
	code: PairPartCode;
	/** An integer ≥ 0; lower is better. */
	points: number;
	params: Params;
}

/**
 * What weighs how much; one point is worth a metre of the member's way. A companion is for long: who helped before and
 * is liked, and who speaks like home, outweigh a few streets.
 */
export const pairWeights = {
	/** Nobody here has helped this person before, or it was not good. */
	newFace: 400,
	wishGender: 400,
	wishLanguage: 400,
	/** No wished interest is shared; a share of it where some are. */
	wishInterests: 300,
	/** None of the usual skills is held; a share of it where some are. */
	missingSkills: 300,
	/** For each weekday below three on which the two could meet: one alone breaks too easily. */
	fewDays: 150,
	/** For each pair that the member has already. */
	eachPair: 300
} as const;

/** What leaving somebody without a companion costs: more than any pair, and more for those who need one most. */
export const unpairedCost = { usual: 100_000, vulnerable: 120_000 } as const;

const farthest = 20_000;
const manyDays = 3;
const mostPairsWeighed = 20;

interface Scorer {
	code: PairPartCode;
	applies?: (resident: ResidentFacts) => boolean;
	points: (resident: ResidentFacts, member: MemberFacts, setting: Setting) => number;
	params: (resident: ResidentFacts, member: MemberFacts, setting: Setting) => Params;
}

const scorers: readonly Scorer[] = [
	{
		code: 'distance',
		points: ({ place }, member) =>
			Math.min(metresBetween(place, member.place) ?? unknownWay(member), farthest),
		params: ({ place }, member) => ({ metres: metresBetween(place, member.place) })
	},
	{
		code: 'continuity',
		points: (resident, member) => (wasGood(resident, member) ? 0 : pairWeights.newFace),
		params: (resident, member) => ({
			helps: member.histories.get(resident.personId)?.helps ?? 0,
			good: wasGood(resident, member),
			last: false
		})
	},
	{
		code: 'language',
		applies: ({ wishes }) => wishes.language !== null,
		points: ({ wishes }, { languages }) =>
			languages.includes(wishes.language!) ? 0 : pairWeights.wishLanguage,
		params: ({ wishes }, { languages }) => {
			const spoken = languages.includes(wishes.language!);
			return { spoken: spoken ? wishes.language : '', missing: spoken ? '' : wishes.language };
		}
	},
	{
		code: 'gender',
		applies: ({ wishes }) => wishes.gender !== null,
		points: ({ wishes }, { gender }) => (gender === wishes.gender ? 0 : pairWeights.wishGender),
		params: ({ wishes }, { gender }) => ({ gender: wishes.gender, met: gender === wishes.gender })
	},
	{
		code: 'interests',
		applies: ({ wishes }) => wishes.interests.length > 0,
		points: ({ wishes }, { interests }) =>
			shareMissing(wishes.interests, (one) => interests.includes(one), pairWeights.wishInterests),
		params: ({ wishes }, { interests }) => ({
			shared: wishes.interests.filter((one) => interests.includes(one)).join()
		})
	},
	{
		code: 'skills',
		applies: ({ skills }) => skills.length > 0,
		points: (resident, { skills }) =>
			shareMissing(resident.skills, (one) => skills.has(one), pairWeights.missingSkills),
		params: (resident, { skills }) => ({ held: resident.skills.filter((one) => skills.has(one)).join() })
	},
	{
		code: 'hours',
		points({ suits }, { availability }, { minutes }) {
			const days = meetingTimes(suits, availability, minutes).length;
			return suits.fixed ? 0 : Math.max(0, manyDays - days) * pairWeights.fewDays;
		},
		params: ({ suits }, { availability }, { minutes }) => ({
			days: meetingTimes(suits, availability, minutes).length,
			fixed: suits.fixed
		})
	},
	{
		code: 'pairs',
		points: (_, { pairs }) => Math.min(pairs, mostPairsWeighed) * pairWeights.eachPair,
		params: (_, { pairs }) => ({ pairs })
	}
];

/**
 * What a way counts for that nobody has measured: a ten-minute walk inside the community. Across a border, where two maps
 * have nothing in common, as far as the member goes at most: so no neighbour loses to somebody from elsewhere by it.
 */
function unknownWay({ cardStatus, reachMetres }: MemberFacts): number {
	return cardStatus === 'guest' ? reachMetres : tenMinuteCircle;
}

/** The cost of a pair in points, an integer from 0 up, lower is better. Age and party membership never count. */
export function costOf(resident: ResidentFacts, member: MemberFacts, setting: Setting): number {
	let cost = 0;
	for (const { applies, points } of scorers) {
		if (applies?.(resident) ?? true) cost += points(resident, member, setting);
	}
	return cost;
}

/** The parts of that cost, each with what is needed to say it. */
export function partsOf(resident: ResidentFacts, member: MemberFacts, setting: Setting): PairPart[] {
	return scorers
		.filter(({ applies }) => applies?.(resident) ?? true)
		.map(({ code, points, params }) => ({
			code,
			points: points(resident, member, setting),
			params: params(resident, member, setting)
		}));
}

/**
 * The parts of a pair as they are said now: how often one has helped the other is what the records know today, and not
 * what they knew when the pair was approved. Points stay those of the approval.
 */
export function partsNow(parts: readonly PairPart[], history: Helped = { helps: 0, good: 0 }): PairPart[] {
	return parts.map((part) =>
		part.code === 'continuity'
			? { ...part, params: { helps: history.helps, good: isGood(history), last: false } }
			: part
	);
}

/** Confirmed helps, and those of them that were rated good. */
interface Helped {
	helps: number;
	good: number;
}

function wasGood({ personId }: ResidentFacts, { histories }: MemberFacts): boolean {
	return isGood(histories.get(personId) ?? { helps: 0, good: 0 });
}

/** Helped before, and at least half of it was rated good. */
function isGood({ helps, good }: Helped): boolean {
	return good > 0 && good * 2 >= helps;
}

/** The part of `points` that falls on what is wished and not there. */
function shareMissing<T>(wished: readonly T[], isThere: (one: T) => boolean, points: number): number {
	const missing = wished.filter((one) => !isThere(one)).length;
	return Math.floor((points * missing) / wished.length);
}
