import type { AssignmentProblem } from './problem.ts';

/** The row that an arc is of. */
export function rowOfArc(start: Int32Array, arc: number): number {
	let low = 0;
	let high = start.length - 1;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if (start[middle]! <= arc) low = middle;
		else high = middle;
	}
	return low;
}

/** The arc of a request to a volunteer, who must be among its candidates. */
export function arcTo({ start, volunteer }: AssignmentProblem, request: number, who: number): number {
	let low = start[request]!;
	let high = start[request + 1]! - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (volunteer[middle]! < who) low = middle + 1;
		else high = middle;
	}
	return low;
}
