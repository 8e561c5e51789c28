import { execFile } from 'node:child_process';
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../ports.ts';
import { PlainError } from '../steps.ts';
import { newAccess, remember } from './access.ts';
import { writeSecret } from './account.ts';
import type { Home } from './home.ts';
import { sheltered } from './process.ts';
import { packagedMajor } from './programs.ts';

/** Made beside its place and moved there when complete, so a broken-off attempt leaves nothing to stumble over. */
export async function initialise(home: Home, durable: boolean): Promise<void> {
	const draft = join(home.folder, 'data.draft');
	const passwordFile = join(home.folder, 'password.draft');
	const access = newAccess(await freePort());
	writeSecret(passwordFile, access.adminPassword, home.account);
	try {
		await initdb(home, draft, [`--pwfile=${passwordFile}`, ...(durable ? [] : ['--no-sync'])]);
	} finally {
		rmSync(passwordFile, { force: true });
	}
	remember(home, access);
	renameSync(draft, join(home.folder, 'data'));
}

/** PostgreSQL's own C.UTF-8 sorts and folds alike on every machine; only the character types come from the system. */
async function initdb(home: Home, target: string, more: string[]): Promise<void> {
	const args = [`--pgdata=${target}`, '--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8'];
	args.push(
		'--locale-provider=builtin',
		'--builtin-locale=C.UTF-8',
		'--locale=C',
		'--no-instructions',
		...more
	);
	let failure: unknown;
	for (const characterTypes of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
		rmSync(target, { recursive: true, force: true });
		try {
			const program = join(home.programs, 'bin', 'initdb');
			await promisify(execFile)(program, [...args, `--lc-ctype=${characterTypes}`], sheltered(home));
			return;
		} catch (error) {
			failure = error;
		}
	}
	throw new Error('initdb failed', { cause: failure });
}

/** Refuses data that another major version has made. */
export function checkVersion(home: Home): void {
	const theirs = readFileSync(join(home.folder, 'data', 'PG_VERSION'), 'utf8').trim();
	const ours = packagedMajor();
	if (theirs === ours) return;
	throw new PlainError(
		`${home.folder} 中的数据来自 PostgreSQL ${theirs}，本程序自带 ${ours}；请先迁移数据，或移走该文件夹。`,
		`The data in ${home.folder} is from PostgreSQL ${theirs} and this program brings ${ours}; migrate it or move the folder away.`
	);
}
