import type { AssignmentProblem } from './problem.ts';

/** Greatest cost, penalty, step, demand or capacity. */
export const greatestCost = 2 ** 31 - 1;

/** Up to here every sum of the solver is a whole number that a float holds exactly. */
const limit = 2 ** 51;

/** A request has fewer arcs, so that a cost and an arc's place in its row fit into one such number. */
export const rowLimit = 2 ** 22;

/**
 * @throws RangeError naming the first entry that makes this no problem, or one too big to be solved exactly
 */
export function checkProblem(problem: AssignmentProblem): void {
	checkCount('requests', problem.requests);
	checkCount('volunteers', problem.volunteers);
	const costsBelow = checkArcs(problem);
	checkEntries('demand', problem.demand, problem.requests, 1);
	checkEntries('unmatchedCost', problem.unmatchedCost, problem.requests, 0);
	checkEntries('capacity', problem.capacity, problem.volunteers, 0);
	checkEntries('loadStep', problem.loadStep, problem.volunteers, 0);
	checkSize(problem, costsBelow);
}

/**
 * How many arcs each request and each volunteer has fixed.
 * @throws RangeError naming the first entry that is no arc, comes twice, or is beyond the demand or the capacity
 */
export function checkFixed(problem: AssignmentProblem, fixed: Int32Array, rowOf: (arc: number) => number) {
	const byRequest = new Int32Array(problem.requests);
	const byVolunteer = new Int32Array(problem.volunteers);
	const seen = new Set<number>();
	fixed.forEach((arc, place) => {
		const entry = `fixed[${place}] = ${arc}`;
		if (!(arc >= 0 && arc < problem.volunteer.length)) throw new RangeError(`${entry} is not an arc`);
		if (seen.has(arc)) throw new RangeError(`${entry} comes twice`);
		seen.add(arc);
		const request = rowOf(arc);
		const volunteer = problem.volunteer[arc]!;
		if (++byRequest[request]! > problem.demand[request]!)
			throw new RangeError(`${entry} is beyond the demand of request ${request}`);
		if (++byVolunteer[volunteer]! > problem.capacity[volunteer]!)
			throw new RangeError(`${entry} is beyond the capacity of volunteer ${volunteer}`);
	});
	return { byRequest, byVolunteer };
}

function checkCount(name: string, count: number): void {
	if (!Number.isInteger(count) || count < 0 || count > greatestCost)
		throw new RangeError(`${name} = ${count} is not a number of people`);
}

/** @returns a number that no cost is above; looked for on the way as the arcs are many */
function checkArcs(problem: AssignmentProblem): number {
	const { requests, start, volunteer, cost } = problem;
	if (start.length !== requests + 1)
		throw new RangeError(`start has ${start.length} entries, not requests + 1`);
	if (start[0] !== 0) throw new RangeError(`start[0] = ${start[0]} is not 0`);
	checkLength('cost', cost, volunteer.length);
	const bits = checkRows(problem);
	if (start[requests] !== volunteer.length)
		throw new RangeError(
			`start[${requests}] = ${start[requests]} is not the number of arcs, ${volunteer.length}`
		);
	return bits;
}

/** A function of its own, like every long loop here: what stands behind a loop keeps it from being compiled well. */
function checkRows(problem: AssignmentProblem): number {
	const { requests, volunteers, start, volunteer, cost } = problem;
	let bits = 0;
	for (let request = 0; request < requests; request++) {
		const first = start[request]!;
		const end = start[request + 1]!;
		if (end < first || end > volunteer.length)
			throw new RangeError(`start[${request + 1}] = ${end} is out of order or beyond the arcs`);
		if (end - first >= rowLimit)
			throw new RangeError(`request ${request} has ${end - first} arcs, not less than ${rowLimit}`);
		bits |= rowBits(volunteer, cost, first, end);
		if (bits < 0 || (end > first && volunteer[end - 1]! >= volunteers)) throw wrongRow(problem, request);
	}
	return bits;
}

/**
 * All bits that some cost of a row has; negative when a cost is, or when the volunteers do not ascend from 0. No branch for
 * each of so many arcs.
 */
function rowBits(volunteer: Int32Array, cost: Int32Array, first: number, end: number): number {
	let order = 0;
	let costs = 0;
	let last = -1;
	for (let arc = first; arc < end; arc++) {
		const who = volunteer[arc]!;
		order |= who | (who - last - 1);
		costs |= cost[arc]!;
		last = who;
	}
	return order < 0 ? -1 : costs;
}

function wrongRow({ volunteers, start, volunteer, cost }: AssignmentProblem, request: number): RangeError {
	let last = -1;
	for (let arc = start[request]!; arc < start[request + 1]!; arc++) {
		const who = volunteer[arc]!;
		if (who <= last || who >= volunteers) return wrongArc(arc, who, last, request);
		last = who;
	}
	return tooLow('cost', cost, 0);
}

function wrongArc(arc: number, who: number, last: number, request: number): RangeError {
	const entry = `volunteer[${arc}] = ${who} of request ${request}`;
	if (who === last) return new RangeError(`${entry} comes twice`);
	if (who >= 0 && who < last) return new RangeError(`${entry} is not in ascending order`);
	return new RangeError(`${entry} is not a volunteer`);
}

function checkEntries(name: string, entries: Int32Array, length: number, least: number): void {
	checkLength(name, entries, length);
	for (let place = 0; place < length; place++)
		if (entries[place]! < least) throw tooLow(name, entries, least);
}

function checkLength(name: string, entries: Int32Array, length: number): void {
	if (entries.length !== length) throw new RangeError(`${name} has ${entries.length} entries, not ${length}`);
}

function tooLow(name: string, entries: Int32Array, least: number): RangeError {
	const place = entries.findIndex((entry) => entry < least);
	return new RangeError(`${name}[${place}] = ${entries[place]} is below ${least}`);
}

function checkSize(problem: AssignmentProblem, costsBelow: number): void {
	const { cost, unmatchedCost, loadStep, capacity, demand, volunteer } = problem;
	const bound = limit / (sum(demand) + 1);
	const largest = greatest(loadStep) * Math.min(greatest(capacity), volunteer.length);
	if (Math.max(costsBelow, greatest(unmatchedCost), largest) < bound) return;
	const refuse = (name: string, place: number, value: number) => {
		if (value >= bound)
			throw new RangeError(`${name}[${place}]: ${value} × (total demand + 1) is not below 2^51`);
	};
	cost.forEach((value, arc) => refuse('cost', arc, value));
	unmatchedCost.forEach((value, request) => refuse('unmatchedCost', request, value));
	const degree = new Int32Array(capacity.length);
	for (const who of volunteer) degree[who]!++;
	loadStep.forEach((step, who) =>
		refuse('loadStep', who, step * Math.max(0, Math.min(capacity[who]!, degree[who]!) - 1))
	);
}

function sum(entries: Int32Array): number {
	let total = 0;
	for (let place = 0; place < entries.length; place++) total += entries[place]!;
	return total;
}

function greatest(entries: Int32Array): number {
	let found = 0;
	for (let place = 0; place < entries.length; place++) if (entries[place]! > found) found = entries[place]!;
	return found;
}
