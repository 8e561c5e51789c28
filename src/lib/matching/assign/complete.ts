import { attract } from './attract.ts';
import { augment, newSearch } from './augment.ts';
import { byColumn } from './columns.ts';
import type { Market } from './market.ts';
import { asksTooMuch, waiting, type Plan } from './plan.ts';
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
	const rest: Rest = { columns: [], units: [] };
	for (let column = 0; column < market.columns; column++)
		if (asksTooMuch(market, plan, column)) rest.columns.push(column);
	for (let unit = 0; unit < plan.arcOf.length; unit++)
		if (plan.arcOf[unit] === waiting) rest.units.push(unit);
	return rest;
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
