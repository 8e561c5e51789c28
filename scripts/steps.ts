/** What the scripts say to the person at the terminal: Chinese first, English beside it. */

/** A failure that its sentence explains fully; shown without a stack. */
export class PlainError extends Error {
	constructor(zh: string, en: string, options?: ErrorOptions) {
		super(`${zh}\n${en}`, options);
	}
}

export function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

/** Reports how far a step is, as a share from 0 to 1. */
export type Progress = (share: number) => void;

/** Runs one step on one line: its name, tenths while it runs, and the seconds it took. */
export async function step<T>(zh: string, en: string, work: (progress: Progress) => Promise<T>): Promise<T> {
	const started = performance.now();
	process.stdout.write(`· ${zh} / ${en} …`);
	let tenths = 0;
	try {
		const result = await work((share) => {
			for (; tenths < Math.floor(share * 10) && tenths < 9;) process.stdout.write(` ${++tenths * 10}%`);
		});
		process.stdout.write(` ${seconds(started)}\n`);
		return result;
	} catch (error) {
		process.stdout.write(' ✗\n');
		throw error;
	}
}

/** Seconds since `started` (a `performance.now()`), for reading. */
export function seconds(started: number): string {
	return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/** The text of a failure: the sentence alone when there is one, else all there is. */
export function explain(error: unknown): string {
	if (error instanceof PlainError) return error.message;
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
