import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import type { AssignmentProblem } from '#lib/matching/assign/index.ts';

export interface Fresh {
	ms: number;
	cost: number;
	/** The most memory that the process has had, MiB. */
	peak: number;
}

/** Solves a problem in a process of its own, which has solved nothing before. */
export function inOwnProcess(problem: AssignmentProblem): () => Fresh {
	const file = join(mkdtempSync(join(tmpdir(), 'matching-bench-')), 'problem');
	writeFileSync(file, serialize(problem));
	const program = join(import.meta.dirname, 'fresh.ts');
	return () => JSON.parse(execFileSync(process.execPath, [program, file], { encoding: 'utf8' })) as Fresh;
}
