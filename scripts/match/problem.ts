import { readFileSync } from 'node:fs';
import { assign, lowerBound, type AssignmentProblem } from '#lib/matching/assign/index.ts';
import { parseProblem } from '#lib/matching/assign/text.ts';
import { PlainError, say } from '../steps.ts';

/** Solves the text form of a problem, and prints the cost and its proof. */
export function solveProblem(file: string): number {
	const problem = read(file);
	const before = performance.now();
	const answer = orRefuse(() => assign(problem));
	const ms = performance.now() - before;
	say(`cost ${answer.cost}`);
	say(`bound ${lowerBound(problem, answer.price)}`);
	say(`filled ${answer.arc.length}`);
	say(`ms ${ms.toFixed(1)}`);
	return 0;
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
