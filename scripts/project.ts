import { resolve } from 'node:path';

/** The project's folder. */
export const root = resolve(import.meta.dirname, '..');

/** Generated migrations. */
export const migrations = resolve(root, 'drizzle');

/** Where this installation keeps its data, as an absolute path: DATA_DIR, or `.data` here. */
export function dataDir(): string {
	return resolve(root, process.env.DATA_DIR || '.data');
}
