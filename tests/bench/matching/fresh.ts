/** A process that solves one problem, once: `node fresh.ts <file of serialize()>` prints milliseconds, cost and peak. */
import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { assign, type AssignmentProblem } from '#lib/matching/assign/index.ts';

const problem = deserialize(readFileSync(process.argv[2]!)) as AssignmentProblem;
const before = performance.now();
const { cost } = assign(problem);
const ms = performance.now() - before;
process.stdout.write(JSON.stringify({ ms, cost, peak: process.resourceUsage().maxRSS / 1024 }));
