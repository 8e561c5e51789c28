import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawn, problems } from './problem.fixture.ts';
import { parseProblem, printProblem } from './text.ts';

describe('the text form', () => {
	it('is what other tools write', () => {
		const problem = drawn({
			rows: [
				[
					[0, 7],
					[1, 8]
				],
				[]
			],
			volunteers: 2,
			open: [100, 200],
			capacity: [1, 3],
			step: [0, 4]
		});
		const text = 'bmatch 1 2 2 2\n100 200\n1 3\n0 4\n2 0 7 1 8\n0\n';
		expect(printProblem(problem)).toBe(text);
		expect(parseProblem(text)).toEqual(problem);
	});
	it('has demands in its second version', () => {
		const problem = drawn({ rows: [[[0, 7]]], volunteers: 1, demand: [2] });
		expect(printProblem(problem)).toBe('bmatch 2 1 1 1\n2\n1000\n1\n0\n1 0 7\n');
		expect(parseProblem(printProblem(problem))).toEqual(problem);
	});
	it('loses nothing', () => {
		fc.assert(
			fc.property(problems(8, 6), (problem) => {
				expect(parseProblem(printProblem(problem))).toEqual(problem);
			})
		);
	});
	it.each([
		['', 'begins with'],
		['bmatch 3 0 0 0', 'begins with "bmatch 3"'],
		['bmatch 1 2 2', 'ends before arcs'],
		['bmatch 1 -2 2 0', 'requests = -2'],
		['bmatch 1 1 1 999999999', 'arcs = 999999999, but the text is shorter'],
		['bmatch 1 1 1 1 5 1 0 1 0 x', 'cost[0] is "x"'],
		['bmatch 1 1 1 1 5 1 0 1 0 2147483648', 'cost[0] is "2147483648"'],
		['bmatch 1 1 1 1 5 1 0 2 0 1 0 1', 'the degree of request 0 = 2'],
		['bmatch 1 1 1 1 5 1 0 0', 'the rows have 0 arcs, not 1'],
		['bmatch 1 1 1 0 5 1 0 0 9', 'goes on']
	])('is refused where it is broken: %s', (text, message) => {
		expect(() => parseProblem(text)).toThrow(RangeError);
		expect(() => parseProblem(text)).toThrow(message);
	});
});
