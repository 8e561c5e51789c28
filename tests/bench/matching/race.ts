import { assign, lowerBound, type AssignmentProblem } from '#lib/matching/assign/index.ts';
import type { Opponent, Timed } from '../lemon/lemon.ts';

/** Two solvers on one problem, turn by turn, so that whatever else the machine does meets both. */
export interface Race {
	/** Medians, milliseconds. */
	theirs: number;
	ours: number;
	/** Median of the ratios of each round. */
	ratio: number;
}

/** @throws Error when the answers differ or ours is not proven */
export async function race(
	problem: AssignmentProblem,
	opponent: Opponent,
	rounds: number,
	ours: () => Promise<Timed> | Timed = () => timed(problem)
): Promise<Race> {
	const pairs: [number, number][] = [];
	for (let round = 0; round < rounds; round++) {
		const they = await opponent.solve();
		const we = await ours();
		if (they.cost !== we.cost) throw new Error(`the optima differ: ${they.cost} and ${we.cost}`);
		pairs.push([they.ms, we.ms]);
	}
	return {
		theirs: median(pairs.map(([they]) => they)),
		ours: median(pairs.map(([, we]) => we)),
		ratio: median(pairs.map(([they, we]) => we / they))
	};
}

/** Solves and proves; only the solving is timed. */
export function timed(problem: AssignmentProblem, options = {}): Timed {
	const before = performance.now();
	const answer = assign(problem, options);
	const ms = performance.now() - before;
	prove(problem, answer);
	return { ms, cost: answer.cost };
}

export function prove(
	problem: AssignmentProblem,
	{ cost, price }: { cost: number; price: Float64Array }
): void {
	const bound = lowerBound(problem, price);
	if (!(cost - bound < 1)) throw new Error(`not proven: cost ${cost}, bound ${bound}`);
}

/** So that the code is compiled before it is measured. */
export function warmUp(problem: AssignmentProblem, times: number): void {
	for (let time = 0; time < times; time++) assign(problem);
}

export function median(values: number[]): number {
	return quantile(values, 0.5);
}

export function quantile(values: number[], share: number): number {
	const sorted = values.toSorted((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

export function geometricMean(values: number[]): number {
	return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
