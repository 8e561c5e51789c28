/** A date of a quarter as far as it counts. */
export interface TermDate {
	/** It was in the plan as it was published. */
	planned: boolean;
	cancelled: boolean;
	/** It takes place at another time than planned. */
	moved: boolean;
	over: boolean;
}

/** What became of a plan: how many of its dates were held, are to come or were cancelled, and what is not as planned. */
export interface TermOutcome {
	planned: number;
	held: number;
	ahead: number;
	cancelled: number;
	/** Of those held or to come. */
	moved: number;
	/** Dates beside the plan that take place; in none of the others. */
	added: number;
	/** Held of those that were due; null where none was. */
	percent: number | null;
}

/** Counts what became of the dates of a quarter. */
export function outcomeOf(dates: readonly TermDate[]): TermOutcome {
	const count = (of: (one: TermDate) => boolean) => dates.filter(of).length;
	const on = (one: TermDate) => one.planned && !one.cancelled;
	const held = count((one) => on(one) && one.over);
	const cancelled = count((one) => one.planned && one.cancelled);
	const due = held + cancelled;
	return {
		planned: count(({ planned }) => planned),
		held,
		ahead: count((one) => on(one) && !one.over),
		cancelled,
		moved: count((one) => on(one) && one.moved),
		added: count((one) => !one.planned && !one.cancelled),
		percent: due === 0 ? null : Math.round((100 * held) / due)
	};
}
