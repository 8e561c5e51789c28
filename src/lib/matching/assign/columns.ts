import type { Market } from './market.ts';

/** The arcs by column. */
export interface Columns {
	start: Int32Array;
	arc: Int32Array;
	row: Int32Array;
	cost: Int32Array;
}

export function byColumn(market: Market): Columns {
	const many = market.column.length;
	const start = new Int32Array(market.columns + 1);
	const arc = new Int32Array(many);
	const row = new Int32Array(many);
	const cost = new Int32Array(many);
	for (let one = 0; one < many; one++) start[market.column[one]! + 1]!++;
	for (let column = 0; column < market.columns; column++) start[column + 1]! += start[column]!;
	const next = start.slice();
	for (let from = 0; from < market.rows; from++)
		for (let one = market.start[from]!; one < market.start[from + 1]!; one++) {
			const at = next[market.column[one]!]!++;
			arc[at] = one;
			row[at] = from;
			cost[at] = market.cost[one]!;
		}
	return { start, arc, row, cost };
}
