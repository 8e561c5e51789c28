import { randomBytes } from 'node:crypto';
import {
	accessSync,
	constants,
	existsSync,
	lstatSync,
	mkdirSync,
	readFileSync,
	readlinkSync,
	realpathSync,
	symlinkSync,
	unlinkSync,
	writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { PlainError, say } from '../steps.ts';
import { accountFor, canReach, own, type Account } from './account.ts';
import { outside, outsidePath } from './outside.ts';
import { findPrograms } from './programs.ts';

/** Where one cluster lives and as whom it runs. */
export interface Home {
	/** Holds `data/`, the passwords, the lock and the log; belongs to the account. */
	folder: string;
	/** Holds `bin/`, `lib/` and `share/` of PostgreSQL. */
	programs: string;
	account: Account;
}

/**
 * Finds or makes the home of the cluster that belongs to a data directory: `postgres` in it, unless only root can
 * enter there (docs/decisions/0003-embedded-postgresql.md).
 */
export function findHome(dataDir: string): Home {
	mkdirSync(dataDir, { recursive: true });
	const link = join(realpathSync(dataDir), 'postgres');
	const account = accountFor(link);
	const folder = placeFor(link, account);
	if (!existsSync(folder)) {
		mkdirSync(folder, { mode: 0o700 });
		own(folder, account);
	}
	accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
	return { folder, programs: findPrograms(account), account };
}

function placeFor(link: string, account: Account): string {
	if (linkOutside(link)) return homeOutside(link, account);
	if (!existsSync(link)) return canReach(link, account) ? link : homeOutside(link, account);
	const folder = realpathSync(link);
	return canReach(folder, account) ? folder : refuseClosed(folder);
}

/**
 * The data lives outside, and a link in the data directory says where, so a clone that moves keeps its data. A clone
 * that was copied link and all gets a cluster of its own: `home` beside the data names the link it belongs to.
 */
function homeOutside(link: string, account: Account): string {
	const linked = linkOutside(link);
	if (linked && belongsTo(linked, link)) {
		writeFileSync(join(linked, 'home'), link);
		return linked;
	}
	if (linked) unlinkSync(link);

	const folder = outsidePath(randomBytes(6).toString('hex'));
	mkdirSync(folder, { mode: 0o700 });
	own(folder, account);
	writeFileSync(join(folder, 'home'), link);
	symlinkSync(folder, link);
	say(
		`\n  此处只有 root 能进入，数据库另放 / Only root can enter here, so the database is kept in ${folder}`
	);
	return folder;
}

function belongsTo(folder: string, link: string): boolean {
	if (!existsSync(join(folder, 'home'))) return false;
	const home = readFileSync(join(folder, 'home'), 'utf8');
	return home === link || linkOutside(home) !== folder;
}

function refuseClosed(folder: string): never {
	throw new PlainError(
		`数据库 ${folder} 的用户进不了它所在的文件夹；请开放该文件夹（chmod o+x）。`,
		`The user whom the database ${folder} belongs to cannot enter the folders above it; open them (chmod o+x).`
	);
}

/** Where a link that this module made leads to. */
function linkOutside(link: string): string | undefined {
	if (!lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) return undefined;
	const target = readlinkSync(link);
	return dirname(target) === outside ? target : undefined;
}
