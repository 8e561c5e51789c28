import fc from 'fast-check';
import { assign, lowerBound, type Assignment, type AssignmentProblem, type AssignOptions } from './index.ts';

/** A problem as one would write it by hand: rows of `[volunteer, cost]`. */
export interface Sketch {
	rows: [number, number][][];
	volunteers: number;
	demand?: number[];
	open?: number[];
	capacity?: number[];
	step?: number[];
}

/** Demand 1, capacity 1, no load step and 1 000 for what is left open, unless said otherwise. */
export function drawn({ rows, volunteers, demand, open, capacity, step }: Sketch): AssignmentProblem {
	const start = new Int32Array(rows.length + 1);
	rows.forEach((row, request) => (start[request + 1] = start[request]! + row.length));
	return {
		requests: rows.length,
		volunteers,
		start,
		volunteer: Int32Array.from(rows.flat(), ([volunteer]) => volunteer),
		cost: Int32Array.from(rows.flat(), ([, cost]) => cost),
		demand: Int32Array.from(demand ?? rows.map(() => 1)),
		unmatchedCost: Int32Array.from(open ?? rows.map(() => 1_000)),
		capacity: capacity ? Int32Array.from(capacity) : new Int32Array(volunteers).fill(1),
		loadStep: step ? Int32Array.from(step) : new Int32Array(volunteers)
	};
}

/**
 * The answer, after making sure that it is one: arcs that fit, the cost that they have, prices that prove it.
 * @throws Error saying what is wrong with it
 */
export function proven(problem: AssignmentProblem, options: AssignOptions = {}): Assignment {
	const answer = assign(problem, options);
	const tasks = new Int32Array(problem.volunteers);
	const left = problem.demand.slice();
	let total = 0;
	let last = -1;
	for (const arc of answer.arc) {
		if (arc <= last || arc >= problem.volunteer.length) throw new Error(`arc ${arc} after ${last}`);
		last = arc;
		const volunteer = problem.volunteer[arc]!;
		left[problem.start.findLastIndex((first) => first <= arc)]!--;
		total += problem.cost[arc]! + problem.loadStep[volunteer]! * tasks[volunteer]!++;
	}
	left.forEach((open, request) => (total += open * problem.unmatchedCost[request]!));
	if (left.some((open) => open < 0)) throw new Error('more people than asked for');
	if (tasks.some((many, volunteer) => many > problem.capacity[volunteer]!))
		throw new Error('beyond a capacity');
	if (total !== answer.cost) throw new Error(`the cost is ${total}, not ${answer.cost}`);
	if (answer.price.some((price) => !(price >= 0 && price < Infinity))) throw new Error('a price below 0');
	const gap = total - lowerBound(problem, answer.price, options.fixed);
	if (!(gap < 1)) throw new Error(`not proven: ${gap} above the bound`);
	return answer;
}

/** The cheapest cost, by trying everything. */
export function bruteForce(problem: AssignmentProblem, fixed: number[] = []): number {
	const tasks = new Int32Array(problem.volunteers);
	const from = (request: number, arc: number, open: number): number => {
		if (request === problem.requests) return 0;
		if (arc === problem.start[request + 1]) {
			const rest = open * problem.unmatchedCost[request]!;
			return rest + from(request + 1, arc, problem.demand[request + 1] ?? 0);
		}
		const volunteer = problem.volunteer[arc]!;
		const without = fixed.includes(arc) ? Infinity : from(request, arc + 1, open);
		if (open === 0 || tasks[volunteer] === problem.capacity[volunteer]) return without;
		const cost = problem.cost[arc]! + problem.loadStep[volunteer]! * tasks[volunteer]!++;
		const having = cost + from(request, arc + 1, open - 1);
		tasks[volunteer]!--;
		return Math.min(without, having);
	};
	return from(0, 0, problem.demand[0] ?? 0);
}

/** Problems of any shape; small numbers make for many ties. */
export function problems(requests: number, volunteers: number): fc.Arbitrary<AssignmentProblem> {
	const number = fc.oneof(fc.nat(5), fc.nat(100), fc.nat(1_000_000));
	return fc.tuple(fc.nat(requests), fc.nat(volunteers)).chain(([many, helpers]) => {
		const row = fc
			.array(fc.tuple(fc.nat(Math.max(0, helpers - 1)), number), { maxLength: helpers })
			.map((arcs) => [...new Map(arcs)].sort(([one], [other]) => one - other));
		const list = (value: fc.Arbitrary<number>, length: number) =>
			fc.array(value, { minLength: length, maxLength: length });
		return fc
			.record({
				rows: fc.array(row, { minLength: many, maxLength: many }),
				volunteers: fc.constant(helpers),
				demand: list(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 4 })), many),
				open: list(number, many),
				capacity: list(fc.oneof(fc.nat(3), fc.constant(2 ** 31 - 1)), helpers),
				step: list(fc.oneof(fc.constant(0), number), helpers)
			})
			.map(drawn);
	});
}

/** Arcs that may be fixed together: those named, as far as demand and capacity go. */
export function fixable(problem: AssignmentProblem, wanted: number[]): Int32Array {
	const left = problem.demand.slice();
	const room = problem.capacity.slice();
	const chosen = new Set<number>();
	for (const any of wanted) {
		const arc = any % problem.volunteer.length;
		const request = problem.start.findLastIndex((first) => first <= arc);
		if (chosen.has(arc) || !left[request] || !room[problem.volunteer[arc]!]) continue;
		chosen.add(arc);
		left[request]!--;
		room[problem.volunteer[arc]!]!--;
	}
	return Int32Array.from(chosen);
}
