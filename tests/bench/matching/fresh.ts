/** A process that solves one problem, once: `node fresh.ts <file of serialize()>` prints milliseconds, cost and peak. */
import { existsSync, readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { assign, type AssignmentProblem } from '#lib/matching/assign/index.ts';

const problem = deserialize(readFileSync(process.argv[2]!)) as AssignmentProblem;
const before = performance.now();
const { cost } = assign(problem);
const ms = performance.now() - before;
process.stdout.write(JSON.stringify({ ms, cost, peak: peak() }));

/** MiB. Where the system keeps it by program: what `resourceUsage` says includes the process that started this one. */
function peak(): number {
	const status = '/proc/self/status';
	const kept = existsSync(status) ? /VmHWM:\s*(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
	return Number(kept ?? process.resourceUsage().maxRSS) / 1024;
}
