import type { Urgency } from '#lib/requests/requests.ts';

/** How many are asked beyond the places that are open: the sooner help is needed, the less one can wait for an answer. */
const spare: Record<Urgency, number> = { today: 2, days: 1, week: 0, flexible: 0 };

/** How many may be asked at the same time for so many open places. */
export function waveSize(urgency: Urgency, places: number): number {
	return places > 0 ? places + spare[urgency] : 0;
}

/** One who was approved and has not been asked. */
export interface Reserve {
	personId: string;
	/** Offers that went to him in the last seven days, for whatever request. */
	told: number;
}

/** A request at the moment at which the next are chosen. */
export interface WaveState {
	urgency: Urgency;
	/** Places that nobody has taken. */
	places: number;
	/** Offers that still may fill one. */
	open: number;
	/** Offers that a person may get in seven days. */
	budget: number;
	/** Near the deadline the budget holds nobody back. */
	lifted: boolean;
}

/** Who is asked next. */
export interface Wave<R extends Reserve> {
	/** In their order. */
	ask: R[];
	/** Those of them who have had their share of offers this week and are asked all the same. */
	beyondBudget: R[];
}

/**
 * The next few of the approved, in their order, so that as many offers are out as the urgency allows. Who has had his
 * share of offers this week is passed over and stays a reserve, unless a place would have nobody who is asked for it.
 * @param reserves the approved who have not been asked, in staff's order
 */
export function nextWave<R extends Reserve>(reserves: readonly R[], state: WaveState): Wave<R> {
	const { urgency, places, open, budget, lifted } = state;
	const isBeyond = ({ told }: Reserve) => told >= budget;
	const wanted = Math.max(0, waveSize(urgency, places) - open);
	const first = reserves.filter((one) => lifted || !isBeyond(one)).slice(0, wanted);
	const bare = Math.max(0, places - open - first.length);
	const others = reserves.filter((one) => !first.includes(one)).slice(0, bare);
	const ask = reserves.filter((one) => first.includes(one) || others.includes(one));
	return { ask, beyondBudget: ask.filter(isBeyond) };
}
