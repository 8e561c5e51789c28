import type { AssignmentProblem } from './problem.ts';

/**
 * Writes a problem as text, for tools and tests: `bmatch 1 <requests> <volunteers> <arcs>` (`bmatch 2` when some demand
 * is not 1, with a line of demands), a line each of unmatched costs, capacities and load steps, then for each request
 * a line `<degree> <volunteer> <cost> …`.
 */
export function printProblem(problem: AssignmentProblem): string {
	const alone = problem.demand.every((people) => people === 1);
	const { requests, volunteers, volunteer } = problem;
	const lines = [
		`bmatch ${alone ? 1 : 2} ${requests} ${volunteers} ${volunteer.length}`,
		...(alone ? [] : [problem.demand.join(' ')]),
		problem.unmatchedCost.join(' '),
		problem.capacity.join(' '),
		problem.loadStep.join(' ')
	];
	for (let request = 0; request < requests; request++) lines.push(printRow(problem, request));
	return `${lines.join('\n')}\n`;
}

function printRow({ start, volunteer, cost }: AssignmentProblem, request: number): string {
	const words = [start[request + 1]! - start[request]!];
	for (let arc = start[request]!; arc < start[request + 1]!; arc++) words.push(volunteer[arc]!, cost[arc]!);
	return words.join(' ');
}

/**
 * Reads the text form; line breaks are as good as blanks.
 * @throws RangeError naming what is missing, or is not a whole number below 2^31; what the numbers mean is checked by
 *   the solver
 */
export function parseProblem(text: string): AssignmentProblem {
	const words = wordsOf(text);
	const form = `${words.next().value} ${words.next().value}`;
	if (form !== 'bmatch 1' && form !== 'bmatch 2')
		throw new RangeError(`the text begins with "${form}", not bmatch 1`);
	const number = (entry: () => string): number => {
		const word = words.next().value;
		if (word === undefined) throw new RangeError(`the text ends before ${entry()}`);
		const value = Number(word);
		if (!/^-?\d+$/.test(word) || Math.abs(value) >= 2 ** 31)
			throw new RangeError(`${entry()} is "${word}", not a whole number below 2^31`);
		return value;
	};
	const size = (name: string): number => {
		const value = number(() => name);
		if (value < 0 || value > text.length) throw new RangeError(`${name} = ${value}, but the text is shorter`);
		return value;
	};
	const list = (name: string, length: number): Int32Array => {
		const values = new Int32Array(length);
		for (let place = 0; place < length; place++) values[place] = number(() => `${name}[${place}]`);
		return values;
	};
	const requests = size('requests');
	const volunteers = size('volunteers');
	const arcs = size('arcs');
	const demand = form === 'bmatch 2' ? list('demand', requests) : new Int32Array(requests).fill(1);
	const unmatchedCost = list('unmatchedCost', requests);
	const capacity = list('capacity', volunteers);
	const loadStep = list('loadStep', volunteers);
	const start = new Int32Array(requests + 1);
	const volunteer = new Int32Array(arcs);
	const cost = new Int32Array(arcs);
	let arc = 0;
	for (let request = 0; request < requests; request++) {
		const degree = number(() => `the degree of request ${request}`);
		if (degree < 0 || degree > arcs - arc)
			throw new RangeError(`the degree of request ${request} = ${degree} is beyond the ${arcs} arcs`);
		for (const end = arc + degree; arc < end; arc++) {
			volunteer[arc] = number(() => `volunteer[${arc}]`);
			cost[arc] = number(() => `cost[${arc}]`);
		}
		start[request + 1] = arc;
	}
	if (arc < arcs) throw new RangeError(`the rows have ${arc} arcs, not ${arcs}`);
	if (!words.next().done) throw new RangeError('the text goes on after the last row');
	return { requests, volunteers, start, volunteer, cost, demand, unmatchedCost, capacity, loadStep };
}

function* wordsOf(text: string): Generator<string, undefined> {
	for (const [word] of text.matchAll(/\S+/g)) yield word;
}
