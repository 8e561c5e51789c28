/** A place on the board: a desk's row and a day's column. */
export interface Spot {
	row: number;
	column: number;
}

const steps: Record<string, Spot> = {
	ArrowUp: { row: -1, column: 0 },
	ArrowDown: { row: 1, column: 0 },
	ArrowLeft: { row: 0, column: -1 },
	ArrowRight: { row: 0, column: 1 }
};

/** Where an arrow key leads from a spot; the same spot at the edge of the board; null for any other key. */
export function stepFrom(spot: Spot, key: string, rows: number, columns: number): Spot | null {
	const step = steps[key];
	if (!step) return null;
	return {
		row: Math.min(rows - 1, Math.max(0, spot.row + step.row)),
		column: Math.min(columns - 1, Math.max(0, spot.column + step.column))
	};
}

/** Something on the board that can have the focus, with its place among those of its cell. */
export interface Stop extends Spot {
	at: number;
}

/** The next thing from one in the direction of an arrow key, past cells where there is nothing; null where none is. */
export function nextStop<T extends Stop>(stops: readonly T[], from: Stop, key: string): T | null {
	const step = steps[key];
	if (!step) return null;
	if (step.column !== 0) {
		const beside = stops.filter(
			({ row, column }) => row === from.row && Math.sign(column - from.column) === step.column
		);
		const column = nearest(beside, (one) => Math.abs(one.column - from.column))?.column;
		return nearest(
			beside.filter((one) => one.column === column),
			(one) => Math.abs(one.at - from.at)
		);
	}
	const order = (one: Stop) => one.row * 1000 + one.at;
	const along = stops.filter(
		(one) => one.column === from.column && Math.sign(order(one) - order(from)) === step.row
	);
	return nearest(along, (one) => Math.abs(order(one) - order(from)));
}

function nearest<T>(all: readonly T[], distance: (one: T) => number): T | null {
	return all.reduce<T | null>((best, one) => (best && distance(best) <= distance(one) ? best : one), null);
}
