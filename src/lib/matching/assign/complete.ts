import { attract } from './attract.ts';
import { augment, newSearch } from './augment.ts';
import { byColumn } from './columns.ts';
import type { Market } from './market.ts';
import { dearColumns, waiting, type Plan } from './plan.ts';
import type { Watch } from './watch.ts';

/** Searches between two looks at whether the work is still wanted. */
const breath = 64;

/** What keeps a settled plan from being the optimum. */
export interface Rest {
	/** Columns that ask too much for the room they have. */
	columns: number[];
	/** Units that wait. */
	units: number[];
}

export function restOf(market: Market, plan: Plan): Rest {
	return { columns: dearColumns(market, plan), units: waitingUnits(plan) };
}

function waitingUnits({ arcOf }: Plan): number[] {
	const units: number[] = [];
	for (let unit = 0; unit < arcOf.length; unit++) if (arcOf[unit] === waiting) units.push(unit);
	return units;
}

/** Completes a settled plan to the optimum. */
export function complete(market: Market, plan: Plan, { columns, units }: Rest, watch: Watch): void {
	const search = newSearch(market);
	const all = columns.length + units.length;
	const byColumns = columns.length > 0 ? byColumn(market) : undefined;
	columns.forEach((column, done) => {
		if (byColumns) attract(market, plan, search, byColumns, column);
		if (done % breath === 0) watch.done(done / all);
	});
	units.forEach((unit, done) => {
		augment(market, plan, search, unit);
		if (done % breath === 0) watch.done((columns.length + done) / all);
	});
}
