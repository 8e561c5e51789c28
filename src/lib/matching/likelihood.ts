import type { SkillKey } from '#lib/skills/vocabulary.ts';

/** Metres between the two homes from which the next band begins; below the first is the nearest. */
export const distanceSteps = [200, 500, 1_000, 2_000] as const;
/** The band of those whose distance is not known or, on the telephone, does not matter. */
const anywhere = distanceSteps.length + 1;
/** How many bands of distance there are. */
const bandCount = anywhere + 1;

/** The band of a distance in metres. */
export function distanceBand(metres: number | null): number {
	if (metres === null) return anywhere;
	const band = distanceSteps.findIndex((step) => metres < step);
	return band < 0 ? distanceSteps.length : band;
}

/** Hours of the local day from which the next band begins; before the first is the early morning. */
const hourSteps = [8, 11, 14, 18] as const;

/** The band of an hour of the local day, 0 … 23. */
export function hourBand(hour: number): number {
	const band = hourSteps.findIndex((step) => hour < step);
	return band < 0 ? hourSteps.length : band;
}

/** What became of the offers and promises of one kind, at one time of day and over one distance. No person is in it. */
export interface Tally {
	skill: SkillKey;
	/** Of the beginning of the help, 0 … 23. */
	hour: number;
	/** As `distanceBand` counts. */
	distance: number;
	/** Offers that were accepted, and those that were declined or not answered. */
	yes: number;
	no: number;
	/** Promises that were given back late, and those that were not. */
	dropped: number;
	kept: number;
}

/** Shares by band of distance, by kind within it, and by band of hours within that. */
interface Rates {
	all: number;
	cells: Map<string, number>;
}

/** What a community has learned of its own offers and promises. Plain data, so that a thread can be given it. */
export interface Learned {
	accepted: Rates;
	dropped: Rates;
}

/** Each group begins as if so many cases had gone as they go in the wider group. */
const priorCases = 20;
/** What is believed where nothing has happened yet. */
const believed = { accepted: 0.5, dropped: 0.05 };

/**
 * Rates of acceptance and of late drop-outs, shrunk for small numbers: the mean of a Beta prior whose own mean is the rate
 * of the wider group and whose weight is twenty cases (hierarchical Beta-binomial). The groups widen from kind × hour ×
 * distance over kind × distance and distance to the whole community.
 */
export function learn(tallies: readonly Tally[]): Learned {
	return {
		accepted: rates(tallies, believed.accepted, ({ yes, no }) => [yes, yes + no]),
		dropped: rates(tallies, believed.dropped, ({ dropped, kept }) => [dropped, dropped + kept])
	};
}

type Count = [cases: number, of: number];

function rates(tallies: readonly Tally[], belief: number, countOf: (tally: Tally) => Count): Rates {
	const sums = new Map<string, Count>();
	let [cases, of] = [0, 0];
	for (const tally of tallies) {
		const [some, all] = countOf(tally);
		cases += some;
		of += all;
		for (const key of groups(tally.distance, tally.skill, hourBand(tally.hour))) {
			const sum = sums.get(key) ?? [0, 0];
			sums.set(key, [sum[0] + some, sum[1] + all]);
		}
	}
	const all = shrunk([cases, of], belief);
	const cells = new Map<string, number>();
	// shorter keys are wider groups
	for (const [key, sum] of [...sums].sort(([a], [b]) => depth(a) - depth(b))) {
		cells.set(key, shrunk(sum, cells.get(wider(key)) ?? all));
	}
	return { all, cells };
}

function shrunk([cases, of]: Count, towards: number): number {
	return (cases + priorCases * towards) / (of + priorCases);
}

/** The groups of one case, the widest first; without an hour that of the kind is the narrowest. */
function groups(distance: number, skill: SkillKey, hour: number | null): string[] {
	const named = [`${distance}`, `${distance} ${skill}`];
	return hour === null ? named : [...named, `${distance} ${skill} ${hour}`];
}

const depth = (key: string) => key.split(' ').length;
const wider = (key: string) => key.split(' ').slice(0, -1).join(' ');

/** How likely an offer over one distance leads to help. */
export interface Chance {
	/** Accepted and not given back late, 0 … 1. */
	share: number;
	/** The same as part of the likeliest distance's, 0 … 1; 1 where the distance is not known. */
	relative: number;
}

/**
 * The chances of a request, by band of distance.
 * @param hour the band in which it would begin; null where that is open
 */
export function chancesOf(learned: Learned, skill: SkillKey, hour: number | null): Chance[] {
	const shares = Array.from({ length: bandCount }, (_, distance) => {
		const keys = groups(distance, skill, hour).reverse();
		return rateIn(learned.accepted, keys) * (1 - rateIn(learned.dropped, keys));
	});
	const best = Math.max(...shares.slice(0, anywhere));
	// nothing is held against whom no distance is known of
	return shares.map((share, distance) => ({ share, relative: distance === anywhere ? 1 : share / best }));
}

function rateIn({ all, cells }: Rates, keys: readonly string[]): number {
	for (const key of keys) {
		const rate = cells.get(key);
		if (rate !== undefined) return rate;
	}
	return all;
}
