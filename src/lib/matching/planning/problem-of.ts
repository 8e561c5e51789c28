import type { AssignmentProblem } from '../assign/index.ts';
import type { Weights } from '../weights.ts';
import type { Row } from './candidates.ts';
import type { Planned } from './planning.ts';

/** A cost that no optimum pays: leaving the place open is always cheaper. */
export const forbidden = 2 ** 31 - 1;

/** The rows as a problem of assignment; arc `start[r] + i` is the i-th candidate of the r-th request. */
export function problemOf(
	rows: readonly Row[],
	volunteers: readonly Planned[],
	{ loadStep }: Weights
): AssignmentProblem {
	const start = new Int32Array(rows.length + 1);
	for (const [at, { who }] of rows.entries()) start[at + 1] = start[at]! + who.length;
	return {
		requests: rows.length,
		volunteers: volunteers.length,
		start,
		volunteer: inOne(rows, start, ({ who }) => who),
		cost: inOne(rows, start, ({ costs }) => costs),
		demand: Int32Array.from(rows, ({ request }) => request.peopleNeeded),
		unmatchedCost: Int32Array.from(rows, (row) => row.unmatchedCost),
		capacity: Int32Array.from(volunteers, roomOf),
		loadStep: new Int32Array(volunteers.length).fill(loadStep)
	};
}

function inOne(rows: readonly Row[], start: Int32Array, of: (row: Row) => Int32Array): Int32Array {
	const all = new Int32Array(start.at(-1)!);
	for (const [at, row] of rows.entries()) all.set(of(row), start[at]);
	return all;
}

/**
 * How many more tasks someone may take; the gate has let nobody through who has no room, unless his cap was lifted
 * near a deadline: one more then.
 */
function roomOf({ activeTasks, activeTasksMax }: Planned): number {
	return Math.max(1, activeTasksMax - activeTasks);
}
