import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './project.ts';

export interface Finished {
	code: number | null;
	/** All that it printed. */
	said: string;
}

interface ProgramOptions {
	signal?: AbortSignal;
	env?: NodeJS.ProcessEnv;
	/** True lets it talk to the terminal instead of being recorded. */
	aloud?: boolean;
}

/** Runs a program of node_modules (or a script of ours) with this Node, in the project's folder. */
export function runProgram(program: string, args: string[], options: ProgramOptions = {}): Promise<Finished> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [join(root, program), ...args], {
			cwd: root,
			env: options.env ?? process.env,
			stdio: options.aloud ? 'inherit' : ['ignore', 'pipe', 'pipe'],
			signal: options.signal
		});
		let said = '';
		child.stdout?.on('data', (part: Buffer) => (said += part.toString()));
		child.stderr?.on('data', (part: Buffer) => (said += part.toString()));
		child.once('error', reject);
		child.once('close', (code) => resolve({ code, said: said.trimEnd() }));
	});
}
