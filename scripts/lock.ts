import { DatabaseSync } from 'node:sqlite';

/**
 * Takes a lock that the operating system lets go when this process ends, however it ends. Node has no call for such
 * file locks; an exclusive transaction on an empty SQLite file is one, on every platform.
 * @returns how to let go, or undefined while another process holds it
 */
export function takeLock(file: string): (() => void) | undefined {
	const database = new DatabaseSync(file, { timeout: 0 });
	try {
		database.exec('PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE');
		return () => database.isOpen && database.close();
	} catch (error) {
		database.close();
		if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) return undefined;
		throw error;
	}
}

const sqliteBusy = 5;

/** Waits for the lock, asking twice a second. */
export async function waitForLock(file: string, seconds: number): Promise<() => void> {
	for (let tries = 0; tries < seconds * 2; tries++) {
		const release = takeLock(file);
		if (release) return release;
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
	throw new Error(`${file} was still locked after ${seconds} s`);
}
