import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainError } from '../steps.ts';

/** Plan, open requests, rows left out and summary, as they are called beside each other. */
const parts = ['', '.unfilled', '.left-out', '.summary'] as const;

/** The files that will be written: one .xlsx with all tables, or a .csv for each. */
export function filesFor(out: string): string[] {
	if (/\.xlsx$/i.test(out)) return [out];
	if (/\.csv$/i.test(out)) return parts.map((part) => out.replace(/\.csv$/i, `${part}.csv`));
	throw new PlainError('--out 只能是 .xlsx 或 .csv。', '--out must end in .xlsx or .csv.');
}

/** Refuses files that cannot be written before anybody waits for a plan that would then be lost. */
export function checkWritable(files: readonly string[]): void {
	for (const file of files) {
		try {
			const there = existsSync(file);
			accessSync(there ? file : dirname(file), constants.W_OK);
			if (there && statSync(file).isDirectory()) throw new Error(`${file} is a folder`);
		} catch (error) {
			throw unwritable(file, error);
		}
	}
}

export function unwritable(file: string, cause: unknown): PlainError {
	return new PlainError(`写不了文件 ${file}。`, `${file} cannot be written.`, { cause });
}
