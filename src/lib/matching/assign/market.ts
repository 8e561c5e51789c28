import { checkFixed, greatestCost } from './check.ts';
import { rowOfArc } from './lookup.ts';
import type { AssignmentProblem } from './problem.ts';

/**
 * A problem as the algorithms see it: rows (requests) want units from columns (volunteers), each of which has some
 * slots to give. What is fixed is taken out already.
 */
export interface Market {
	rows: number;
	columns: number;
	/** Arcs of each row, rows + 1. */
	start: Int32Array;
	column: Int32Array;
	cost: Int32Array;
	/** Cost of a unit left open. */
	open: Int32Array;
	/** Units of each row: those from firstUnit[row] to firstUnit[row + 1]. */
	firstUnit: Int32Array;
	rowOf: Int32Array;
	/** Slots of each column, in the same manner. The k-th of them costs (taken + k) × step more. */
	firstSlot: Int32Array;
	taken: Int32Array;
	step: Int32Array;
	/** 1 where the arc is held or fixed: its row cannot have it again. */
	held: Uint8Array;
	/** How much less than an arc before it an arc of each row may cost: what a search that stops early must allow for. */
	slack: Int32Array;
}

/** @throws RangeError when `fixed` is not among the arcs, the demands and the capacities */
export function openMarket(problem: AssignmentProblem, fixed: Int32Array): Market {
	const { requests, volunteers, start, volunteer, cost, unmatchedCost, loadStep } = problem;
	const { byRequest, byVolunteer } = checkFixed(problem, fixed, (arc) => rowOfArc(start, arc));
	const held = new Uint8Array(volunteer.length);
	for (const arc of fixed) held[arc] = 1;
	const firstUnit = units(problem, byRequest);
	return {
		rows: requests,
		columns: volunteers,
		start,
		column: volunteer,
		cost,
		open: unmatchedCost,
		firstUnit,
		rowOf: rowsOf(firstUnit),
		firstSlot: slots(problem, byVolunteer),
		taken: byVolunteer,
		step: loadStep,
		held,
		slack: new Int32Array(requests).fill(greatestCost)
	};
}

function units({ requests, start, demand }: AssignmentProblem, taken: Int32Array): Int32Array {
	const firstUnit = new Int32Array(requests + 1);
	for (let row = 0; row < requests; row++) {
		const eligible = start[row + 1]! - start[row]!;
		// what goes beyond the eligible stays open in every answer
		firstUnit[row + 1] = firstUnit[row]! + Math.min(demand[row]!, eligible) - taken[row]!;
	}
	return firstUnit;
}

function rowsOf(firstUnit: Int32Array): Int32Array {
	const rowOf = new Int32Array(firstUnit.at(-1)!);
	for (let row = 0; row < firstUnit.length - 1; row++)
		for (let unit = firstUnit[row]!; unit < firstUnit[row + 1]!; unit++) rowOf[unit] = row;
	return rowOf;
}

function slots(problem: AssignmentProblem, taken: Int32Array): Int32Array {
	const { volunteers, capacity } = problem;
	const firstSlot = new Int32Array(volunteers + 1);
	const arcs = degrees(problem);
	for (let column = 0; column < volunteers; column++) {
		const most = arcs ? Math.min(capacity[column]!, arcs[column]!) : capacity[column]!;
		firstSlot[column + 1] = firstSlot[column]! + most - taken[column]!;
	}
	return firstSlot;
}

/** Arcs of each volunteer; undefined when the capacities are so small that it does not matter. */
function degrees({ volunteers, capacity, volunteer }: AssignmentProblem): Int32Array | undefined {
	if (sum(capacity) <= volunteer.length) return undefined;
	const arcs = new Int32Array(volunteers);
	for (let arc = 0; arc < volunteer.length; arc++) arcs[volunteer[arc]!]!++;
	return arcs;
}

function sum(entries: Int32Array): number {
	let total = 0;
	for (let place = 0; place < entries.length; place++) total += entries[place]!;
	return total;
}
