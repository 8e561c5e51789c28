import type { Market } from './market.ts';

/** The arcs by column. */
export interface Columns {
	start: Int32Array;
	/** Three numbers for each arc, beside each other because they are read together: row, cost, arc. */
	entry: Int32Array;
}

export function byColumn(market: Market): Columns {
	const { rows, columns, column, cost } = market;
	const start = new Int32Array(columns + 1);
	for (let arc = 0; arc < column.length; arc++) start[column[arc]! + 1]!++;
	for (let one = 0; one < columns; one++) start[one + 1]! += start[one]!;
	const next = start.slice();
	const entry = new Int32Array(3 * column.length);
	for (let row = 0; row < rows; row++) {
		const end = market.start[row + 1]!;
		for (let arc = market.start[row]!; arc < end; arc++) {
			const at = 3 * next[column[arc]!]!++;
			entry[at] = row;
			entry[at + 1] = cost[arc]!;
			entry[at + 2] = arc;
		}
	}
	return { start, entry };
}
