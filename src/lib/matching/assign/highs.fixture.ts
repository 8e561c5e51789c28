import highsLoader, { type ModelData } from 'highs';
import type { AssignmentProblem } from './index.ts';

/** HiGHS as an independent judge: gives the cheapest cost of a problem. Loads its program once. */
export async function highsSolver(): Promise<(problem: AssignmentProblem) => number> {
	const highs = await highsLoader();
	return (problem) => {
		const model = highs.createModel(linearProgram(problem));
		try {
			model.options.set({ output_flag: false });
			model.run();
			return Math.round(model.getObjectiveValue());
		} finally {
			model.dispose();
		}
	};
}

/**
 * The problem as a linear program, whose corners are whole. Its columns are the arcs, what each request leaves open,
 * and each volunteer's places by what they weigh; a row for each request, then one for each volunteer.
 */
export function linearProgram(problem: AssignmentProblem): ModelData {
	const { requests, volunteers, volunteer } = problem;
	const starts = [0];
	const indices: number[] = [];
	const values: number[] = [];
	const colCost: number[] = [];
	const colUpper: number[] = [];
	const add = (cost: number, upper: number, entries: [number, number][]) => {
		for (const [row, value] of entries) {
			indices.push(row);
			values.push(value);
		}
		starts.push(indices.length);
		colCost.push(cost);
		colUpper.push(upper);
	};
	const arcs = new Int32Array(volunteers);
	for (let request = 0; request < requests; request++) {
		for (let arc = problem.start[request]!; arc < problem.start[request + 1]!; arc++) {
			arcs[volunteer[arc]!]!++;
			add(problem.cost[arc]!, 1, [
				[request, 1],
				[requests + volunteer[arc]!, 1]
			]);
		}
		add(problem.unmatchedCost[request]!, Infinity, [[request, 1]]);
	}
	for (let who = 0; who < volunteers; who++) {
		const places = Math.min(problem.capacity[who]!, arcs[who]!);
		const step = problem.loadStep[who]!;
		if (step === 0) add(0, places, [[requests + who, -1]]);
		else for (let place = 0; place < places; place++) add(place * step, 1, [[requests + who, -1]]);
	}
	const sums = [...problem.demand, ...new Int32Array(volunteers)];
	return {
		numCols: colCost.length,
		numRows: sums.length,
		colCost: Float64Array.from(colCost),
		colLower: new Float64Array(colCost.length),
		colUpper: Float64Array.from(colUpper),
		rowLower: Float64Array.from(sums),
		rowUpper: Float64Array.from(sums),
		matrix: {
			format: 'csc',
			numRows: sums.length,
			numCols: colCost.length,
			starts: Int32Array.from(starts),
			indices: Int32Array.from(indices),
			values: Float64Array.from(values)
		}
	};
}
