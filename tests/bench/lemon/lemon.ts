import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { AssignmentProblem } from '#lib/matching/assign/index.ts';
import { printProblem } from '#lib/matching/assign/text.ts';

/** One solve: milliseconds from the arrays in memory to the chosen arcs, and the cost of the optimum. */
export interface Timed {
	ms: number;
	cost: number;
}

/** A solver that has the problem in memory and waits to be asked. */
export interface Opponent {
	solve(): Promise<Timed>;
	end(): void;
}

const folder = mkdtempSync(join(tmpdir(), 'matching-bench-'));

/** Compiles the driver; undefined where there is no compiler or no LEMON. */
export function compileLemon(): ((problem: AssignmentProblem) => Promise<Opponent>) | undefined {
	const program = join(folder, 'lemon');
	const source = join(import.meta.dirname, 'driver.cpp');
	const { status } = spawnSync('g++', ['-O3', '-std=c++17', '-w', '-o', program, source]);
	return status === 0 ? (problem) => start(program, problem) : undefined;
}

/** As text, for another program. */
export function written(problem: AssignmentProblem): string {
	const file = join(folder, 'problem.bmatch');
	writeFileSync(file, printProblem(problem));
	return file;
}

async function start(program: string, problem: AssignmentProblem): Promise<Opponent> {
	const child = spawn(program, [written(problem)], { stdio: ['pipe', 'pipe', 'inherit'] });
	const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
	await lines.next();
	return {
		async solve() {
			child.stdin.write('solve\n');
			const line = await lines.next();
			if (line.done) throw new Error('LEMON ended without an answer');
			const [ms, cost] = line.value.split(' ').map(Number);
			return { ms: ms!, cost: cost! };
		},
		end: () => child.stdin.end()
	};
}
