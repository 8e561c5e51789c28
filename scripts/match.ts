/**
 * `npm run match`: a plan for two sheets, without server or database; or, with `--problem`, the solution of a problem in
 * its text form. Exit codes: 0 all went well, 2 a plan was made but some rows could not be read, 1 nothing was made.
 */
import { parseArgs } from 'node:util';
import { live } from './lifetime.ts';
import { columnsHelp, wordsHelp } from './match/columns.ts';
import { solveProblem } from './match/problem.ts';
import { matchTwoSheets } from './match/two-sheets.ts';
import { usage } from './match/usage.ts';
import { PlainError, say } from './steps.ts';

const options = {
	requests: { type: 'string' },
	volunteers: { type: 'string' },
	out: { type: 'string' },
	weights: { type: 'string' },
	mapping: { type: 'string' },
	explain: { type: 'boolean', default: false },
	locale: { type: 'string', default: 'zh-CN' },
	now: { type: 'string' },
	zone: { type: 'string', default: 'Asia/Shanghai' },
	problem: { type: 'string' },
	words: { type: 'boolean', default: false },
	help: { type: 'boolean', default: false }
} as const;

await live(async () => {
	const asked = read();
	const { requests, volunteers, out, problem } = asked;
	if (asked.help) {
		say(`${usage}\n\n${await columnsHelp()}`);
		return 0;
	}
	if (asked.words) {
		say(await wordsHelp());
		return 0;
	}
	if (problem) return solveProblem(problem);
	if (!requests || !volunteers || !out) throw new PlainError(usage, '');
	return matchTwoSheets({ ...asked, requests, volunteers, out });
}, 130);

function read() {
	try {
		return parseArgs({ options }).values;
	} catch (error) {
		throw new PlainError(usage, error instanceof Error ? error.message : '', { cause: error });
	}
}
