import type { Market } from './market.ts';

/** The arcs by column. */
export interface Columns {
	/** Arcs of each column, columns + 1. */
	start: Int32Array;
	arc: Int32Array;
	/** The row of each arc. */
	rowOf: Int32Array;
}

export function byColumn(market: Market): Columns {
	const { rows, columns, column } = market;
	const start = new Int32Array(columns + 1);
	for (let arc = 0; arc < column.length; arc++) start[column[arc]! + 1]!++;
	for (let one = 0; one < columns; one++) start[one + 1]! += start[one]!;
	const next = start.slice();
	const arcs = new Int32Array(column.length);
	const rowOf = new Int32Array(column.length);
	for (let row = 0; row < rows; row++) rowOf.fill(row, market.start[row]!, market.start[row + 1]!);
	for (let arc = 0; arc < column.length; arc++) arcs[next[column[arc]!]!++] = arc;
	return { start, arc: arcs, rowOf };
}
