import { AppError } from '#lib/shared/errors.ts';

/**
 * What weighs how much, as data of one community. One point is worth a metre of the helper's way, so every
 * figure can be read as "worth so many metres". All are integers.
 */
export interface Weights {
	/** Points for each 100 m between the two places. */
	distancePer100Metres: number;
	/** For each level above the one asked: specialists are kept for what only they can do. */
	overLevel: number;
	/** For each level below the one asked, where staff let that through. */
	underLevel: number;
	/** The skill is only the volunteer's own word. */
	unconfirmed: number;
	/** He has not helped this person before, or it was not good. */
	newFace: number;
	/** The wished gender is not met. */
	wishGender: number;
	/** None of the wished languages is spoken; a share of it where some are. */
	wishLanguage: number;
	/** None of the wished interests is shared; a share of it where some are. */
	wishInterests: number;
	/** For each task he has this month already, so that the k-th costs k − 1 times this. */
	loadStep: number;
	/** Somebody who drops out late of every task; a share of it for a share of them. */
	dropOut: number;
	/** Kept tasks that everybody is credited with, so that one mishap at the beginning weighs little. */
	dropOutPrior: number;
	/** Offers over such a distance came to nothing, as far as the community knows; a share of it where some did. */
	likelihood: number;
	/** He has done tasks before: a new member's first one comes early. */
	notFirst: number;
	/** What it costs to leave a request without a person, by urgency. */
	unmatchedToday: number;
	unmatchedDays: number;
	unmatchedWeek: number;
	unmatchedFlexible: number;
	/** On top of it at the deadline, growing evenly over the hours before. */
	unmatchedDeadline: number;
	/** Hours over which that grows. */
	deadlineHours: number;
	/** Hours before the deadline from which the soft caps lift. */
	softCapHours: number;
	/** The cost at which the bar of the fit stands at one half. */
	halfFit: number;
	/** Offers in seven days after which somebody else is asked first. */
	offersPerWeek: number;
	/** That many of them only for requests from grids that have few volunteers. */
	offersKeptForScarce: number;
}

/** Where a community begins. */
export const defaultWeights: Weights = {
	distancePer100Metres: 100,
	overLevel: 50,
	underLevel: 600,
	unconfirmed: 300,
	newFace: 300,
	wishGender: 300,
	wishLanguage: 300,
	wishInterests: 150,
	loadStep: 80,
	dropOut: 2_000,
	dropOutPrior: 10,
	likelihood: 200,
	notFirst: 60,
	unmatchedToday: 40_000,
	unmatchedDays: 20_000,
	unmatchedWeek: 12_000,
	unmatchedFlexible: 8_000,
	unmatchedDeadline: 40_000,
	deadlineHours: 48,
	softCapHours: 6,
	halfFit: 2_000,
	offersPerWeek: 4,
	offersKeptForScarce: 2
};

/** Names that versions stored before them do not have. */
const addedLater: ReadonlySet<keyof Weights> = new Set([
	'likelihood',
	'offersPerWeek',
	'offersKeptForScarce'
] as const);

/** With no weight above this, a pair's cost stays far below 2^31. */
export const mostPoints = 1_000_000;

const lowest: Partial<Weights> = { dropOutPrior: 1, deadlineHours: 1, halfFit: 1, offersPerWeek: 1 };
const highest: Partial<Weights> = {
	dropOutPrior: 1_000,
	deadlineHours: 1_000,
	softCapHours: 1_000,
	offersPerWeek: 50,
	offersKeptForScarce: 50
};

export const weightNames = Object.keys(defaultWeights) as (keyof Weights)[];

/** The least and the most a weight may be. */
export function weightRange(name: keyof Weights): { min: number; max: number } {
	return { min: lowest[name] ?? 0, max: highest[name] ?? mostPoints };
}

/**
 * Weights as they come from a row or a form. A version that was stored before a weight existed has its default.
 * @throws AppError `invalid` with the detail `weights` that names the weight which is missing, strange or out
 *   of range
 */
export function readWeights(value: unknown): Weights {
	if (typeof value !== 'object' || value === null) throw new AppError('invalid', 'weights', { name: null });
	const given = new Map<string, unknown>(Object.entries(value));
	const weights = { ...defaultWeights };
	for (const name of weightNames) {
		if (given.has(name) || !addedLater.has(name)) weights[name] = readWeight(name, given.get(name));
		given.delete(name);
	}
	for (const name of given.keys()) throw new AppError('invalid', 'weights', { name });
	return weights;
}

function readWeight(name: keyof Weights, value: unknown): number {
	const { min, max } = weightRange(name);
	if (typeof value === 'number' && Number.isInteger(value) && min <= value && value <= max) return value;
	throw new AppError('invalid', 'weights', { name, min, max });
}
