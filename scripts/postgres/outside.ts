import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../steps.ts';

/** Where root keeps what PostgreSQL's account cannot reach in the project's own folder. */
export const outside = '/var/lib/linli';

/** A path in that place, which is made when it is not there. */
export function outsidePath(name: string): string {
	try {
		mkdirSync(outside, { recursive: true });
		chmodSync(outside, 0o755);
	} catch (cause) {
		throw new PlainError(
			`此文件夹只有 root 能进入，而 ${outside} 不可写；请把 DATA_DIR 设为其他用户可进入的文件夹，或以普通用户运行。`,
			`Only root can enter this folder and ${outside} cannot be written; set DATA_DIR to a folder others can enter, or start as an ordinary user.`,
			{ cause }
		);
	}
	return join(outside, name);
}
