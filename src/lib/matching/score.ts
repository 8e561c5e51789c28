import type { Params } from '#lib/shared/errors.ts';
import { metresBetween, tenMinuteCircle } from './distance.ts';
import type { KindOccasion, StandingFacts } from './kind.ts';
import { distanceBand, type Chance } from './likelihood.ts';
import type { Part, PartCode, RequestFacts, VolunteerFacts } from './matching.ts';
import type { Occasion } from './occasion.ts';
import { heldSkill } from './papers.ts';
import type { Weights } from './weights.ts';

/** Beyond these nothing gets worse, so that no cost can overflow. */
const farthest = 20_000;
const mostTasks = 100;

interface Scorer {
	code: PartCode;
	/** False where the part has nothing to look at. */
	applies: (occasion: Occasion) => boolean;
	/** An integer ≥ 0. */
	points: (occasion: Occasion, volunteer: VolunteerFacts, weights: Weights) => number;
	/** What is needed to say it in words. */
	params: (occasion: Occasion, volunteer: VolunteerFacts) => Params;
}

/** One whose points are the same for all requests of a kind: a plan of many counts them once. */
interface KindScorer extends Scorer {
	points: (occasion: KindOccasion, volunteer: StandingFacts, weights: Weights) => number;
}

const always = () => true;

const skill: KindScorer = {
	code: 'skill',
	applies: always,
	points(occasion, volunteer, { overLevel, underLevel, unconfirmed }) {
		const held = heldSkill(occasion, volunteer);
		const above = (held?.level ?? 0) - occasion.request.level;
		const level = above > 0 ? above * overLevel : -above * underLevel;
		return level + (held?.confirmedAt ? 0 : unconfirmed);
	},
	params(occasion, volunteer) {
		const held = heldSkill(occasion, volunteer);
		const { skill, level } = occasion.request;
		return { skill, held: held?.level ?? 0, asked: level, confirmed: Boolean(held?.confirmedAt) };
	}
};

const distance: Scorer = {
	code: 'distance',
	applies: ({ inPerson }) => inPerson,
	points({ request }, { place }, { distancePer100Metres }) {
		// an unknown place counts as a ten-minute walk
		const metres = metresBetween(request.place, place) ?? tenMinuteCircle;
		return Math.floor((Math.min(metres, farthest) * distancePer100Metres) / 100);
	},
	params: ({ request }, { place }) => ({ metres: metresBetween(request.place, place) })
};

const continuity: Scorer = {
	code: 'continuity',
	applies: always,
	points: (_, { history }, { newFace }) => (wasGood(history) ? 0 : newFace),
	params: (_, { history }) => ({ helps: history.helps, last: history.last, good: wasGood(history) })
};

const gender: Scorer = {
	code: 'gender',
	applies: ({ request }) => request.wishes.gender !== null,
	points: ({ request }, volunteer, { wishGender }) =>
		volunteer.gender === request.wishes.gender ? 0 : wishGender,
	params: ({ request }, volunteer) => ({
		gender: request.wishes.gender,
		met: volunteer.gender === request.wishes.gender
	})
};

/** Must-have languages cost nothing, since the gate has seen to them, but they are worth saying. */
const language: Scorer = {
	code: 'language',
	applies: ({ request }) => languagesOf(request).length > 0,
	points: ({ request }, { languages }, { wishLanguage }) =>
		shareMissing(request.wishes.languages, languages, wishLanguage),
	params: ({ request }, { languages }) => ({
		spoken: languagesOf(request)
			.filter((one) => languages.includes(one))
			.join(),
		missing: languagesOf(request)
			.filter((one) => !languages.includes(one))
			.join()
	})
};

const interests: Scorer = {
	code: 'interests',
	applies: ({ request }) => request.wishes.interests.length > 0,
	points: ({ request }, volunteer, { wishInterests }) =>
		shareMissing(request.wishes.interests, volunteer.interests, wishInterests),
	params: ({ request }, volunteer) => ({
		shared: request.wishes.interests.filter((one) => volunteer.interests.includes(one)).join()
	})
};

/** Convex: the k-th task of a month costs k − 1 steps, so work spreads by itself. */
const load: KindScorer = {
	code: 'load',
	applies: always,
	points: (_, { tasksThisMonth }, { loadStep }) => loadStep * Math.min(tasksThisMonth, mostTasks),
	params: (_, { tasksThisMonth, tasksEver }) => ({ tasks: tasksThisMonth, first: tasksEver === 0 })
};

/** Shrunk towards nobody dropping out: a share of few tasks says little. */
const reliability: KindScorer = {
	code: 'reliability',
	applies: always,
	points(_, { lateDropOuts, tasksEver }, { dropOut, dropOutPrior }) {
		const taken = Math.max(tasksEver, lateDropOuts);
		return Math.floor((dropOut * lateDropOuts) / (taken + dropOutPrior));
	},
	params: (_, { lateDropOuts }) => ({ dropped: lateDropOuts })
};

/** Of offers like this one, never of this person: see `likelihood.ts`. */
const likelihood: Scorer = {
	code: 'likelihood',
	applies: ({ chances }) => chances !== null,
	points: (occasion, volunteer, { likelihood }) =>
		Math.floor(likelihood * (1 - (chanceOf(occasion, volunteer)?.relative ?? 1))),
	params(occasion, volunteer) {
		const { share = 0, relative = 1 } = chanceOf(occasion, volunteer) ?? {};
		return { percent: Math.round(100 * share), less: relative < 0.8 };
	}
};

function chanceOf({ request, inPerson, chances }: Occasion, { place }: VolunteerFacts): Chance | undefined {
	return chances?.[distanceBand(inPerson ? metresBetween(request.place, place) : null)];
}

const freshness: KindScorer = {
	code: 'freshness',
	applies: always,
	points: (_, { tasksEver }, { notFirst }) => (tasksEver === 0 ? 0 : notFirst),
	params: (_, { tasksEver }) => ({ first: tasksEver === 0 })
};

const ofKind: readonly KindScorer[] = [skill, load, reliability, freshness];
const ofPair: readonly Scorer[] = [distance, continuity, gender, language, interests, likelihood];

const scorers: readonly Scorer[] = [skill, ...ofPair, load, reliability, freshness];

/**
 * The cost of a pair in points, an integer from 0 up, lower is better; also the cost of an arc when many
 * requests are solved together, where each further task of the same plan adds `weights.loadStep` once more.
 * Gender counts only where it was wished for; age, party membership and the card's other words never do.
 */
export function costOf(occasion: Occasion, volunteer: VolunteerFacts, weights: Weights): number {
	let cost = kindCostOf(occasion, volunteer, weights);
	for (const scorer of ofPair) {
		if (scorer.applies(occasion)) cost += scorer.points(occasion, volunteer, weights);
	}
	return cost;
}

/** As much of that cost as is the same for all requests of a kind, on days on which the same papers count. */
export function kindCostOf(occasion: KindOccasion, volunteer: StandingFacts, weights: Weights): number {
	let cost = 0;
	for (const { points } of ofKind) cost += points(occasion, volunteer, weights);
	return cost;
}

/** The rest of it, for many volunteers of one occasion. */
export function pairCosts(occasion: Occasion, weights: Weights): (volunteer: VolunteerFacts) => number {
	const parts = ofPair.filter((scorer) => scorer.applies(occasion));
	return (volunteer) => {
		let cost = 0;
		for (const { points } of parts) cost += points(occasion, volunteer, weights);
		return cost;
	};
}

/** The parts of that cost, each with what is needed to say it. */
export function partsOf(occasion: Occasion, volunteer: VolunteerFacts, weights: Weights): Part[] {
	return scorers
		.filter((scorer) => scorer.applies(occasion))
		.map(({ code, points, params }) => ({
			code,
			points: points(occasion, volunteer, weights),
			params: params(occasion, volunteer)
		}));
}

/** The cost as 0 … 100 for a bar: 100 at no cost, 50 at `halfFit` points. */
export function fitOf(cost: number, { halfFit }: Weights): number {
	return Math.round((100 * halfFit) / (halfFit + cost));
}

/** Helped before, and at least half of it was rated good. */
function wasGood({ helps, good }: VolunteerFacts['history']): boolean {
	return good > 0 && good * 2 >= helps;
}

function languagesOf({ musts, wishes }: RequestFacts): string[] {
	return [...new Set([...musts.languages, ...wishes.languages])];
}

/** The part of `points` that falls on what is wished and not there. */
function shareMissing(wished: readonly string[], there: readonly string[], points: number): number {
	if (wished.length === 0) return 0;
	const missing = wished.filter((one) => !there.includes(one)).length;
	return Math.floor((points * missing) / wished.length);
}
