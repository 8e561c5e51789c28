import { cpus } from 'node:os';
import { say } from '../../../scripts/steps.ts';

/** Prints the lines of the table as they come, and remembers whether one was missed. */
export interface Report {
	/** A line: what was done, beside what, the figures, what was to be reached, and whether it was. */
	line(work: string, baseline: string, measured: string, reach: string, reached: boolean | undefined): void;
	missed(): string[];
}

/** @param judging false where the sizes are not those that the figures are about */
export function report(judging: boolean): Report {
	const missed: string[] = [];
	say(
		`${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}\n`
	);
	say('| work | baseline | measured | to reach | |\n| --- | --- | --- | --- | --- |');
	return {
		line(work, baseline, measured, reach, reached) {
			if (judging && reached === false) missed.push(work);
			const mark = !judging || reached === undefined ? '–' : reached ? '✓' : '✗';
			say(`| ${work} | ${baseline} | ${measured} | ${reach} | ${mark} |`);
		},
		missed: () => missed
	};
}

/** Three figures, in milliseconds. */
export function ms(value: number): string {
	return `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ms`;
}
