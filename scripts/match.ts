/** `npm run match -- --problem file.bmatch`: solves the text form of a problem, and prints the cost and its proof. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assign, lowerBound, type AssignmentProblem } from '#lib/matching/assign/index.ts';
import { parseProblem } from '#lib/matching/assign/text.ts';
import { live } from './lifetime.ts';
import { PlainError, say } from './steps.ts';

await live(() => {
	const problem = read(problemFile());
	const before = performance.now();
	const answer = orRefuse(() => assign(problem));
	const ms = performance.now() - before;
	say(`cost ${answer.cost}`);
	say(`bound ${lowerBound(problem, answer.price)}`);
	say(`filled ${answer.arc.length}`);
	say(`ms ${ms.toFixed(1)}`);
	return Promise.resolve(0);
}, 130);

function problemFile(): string {
	const usage = 'npm run match -- --problem file.bmatch';
	try {
		const { values } = parseArgs({ options: { problem: { type: 'string' } } });
		if (values.problem) return values.problem;
	} catch (error) {
		throw new PlainError(`用法：${usage}`, `Usage: ${usage}`, { cause: error });
	}
	throw new PlainError(`用法：${usage}`, `Usage: ${usage}`);
}

function read(file: string): AssignmentProblem {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		throw new PlainError(`打不开文件 ${file}。`, `${file} cannot be opened.`, { cause: error });
	}
	return orRefuse(() => parseProblem(text));
}

function orRefuse<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		throw new PlainError('文件里的数据不对，见下一行。', error.message, { cause: error });
	}
}
