import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compileWords } from '../generate.ts';
import { root } from '../project.ts';

/** Sees to it that the words are there which the rules of the application import. */
export async function compiled(): Promise<void> {
	if (!existsSync(join(root, 'src/lib/paraglide/messages.js'))) await compileWords();
}
