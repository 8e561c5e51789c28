import type { PairLine } from './pairs.server.ts';

/** What pairs add up to. */
export interface Sums {
	pairs: number;
	accepted: number;
	met: number;
	goingOn: number;
	/** Visits. */
	kept: number;
	missed: number;
	/** Of service. */
	minutes: number;
	/** Stars that residents gave, weighed by visits, and the visits of those who gave some. */
	stars: number;
	rated: number;
}

export const noSums: Readonly<Sums> = {
	pairs: 0,
	accepted: 0,
	met: 0,
	goingOn: 0,
	kept: 0,
	missed: 0,
	minutes: 0,
	stars: 0,
	rated: 0
};

export function sumUp(pairs: readonly Pick<PairLine, 'status' | 'met' | 'figures'>[]): Sums {
	return pairs.map(sumsOf).reduce(added, noSums);
}

function sumsOf({ status, met, figures }: Pick<PairLine, 'status' | 'met' | 'figures'>): Sums {
	const { kept, missed, minutes, stars } = figures;
	const isAccepted = met !== null || !['offered', 'ended'].includes(status);
	return {
		pairs: 1,
		accepted: Number(isAccepted),
		met: Number(met !== null),
		goingOn: Number(status === 'going_on'),
		kept,
		missed,
		minutes,
		stars: (stars ?? 0) * kept,
		rated: stars === null ? 0 : kept
	};
}

/** The sums of two lots of pairs together. */
export function added(a: Sums, b: Sums): Sums {
	return {
		pairs: a.pairs + b.pairs,
		accepted: a.accepted + b.accepted,
		met: a.met + b.met,
		goingOn: a.goingOn + b.goingOn,
		kept: a.kept + b.kept,
		missed: a.missed + b.missed,
		minutes: a.minutes + b.minutes,
		stars: a.stars + b.stars,
		rated: a.rated + b.rated
	};
}

/** Visits kept of all that were due, in whole percent; null where none was due. */
export function shareKept({ kept, missed }: Sums): number | null {
	return kept + missed === 0 ? null : Math.round((100 * kept) / (kept + missed));
}

/** What residents gave on average, to a tenth of a star; null where nobody did. */
export function meanStars({ stars, rated }: Sums): number | null {
	return rated === 0 ? null : Math.round((10 * stars) / rated) / 10;
}
