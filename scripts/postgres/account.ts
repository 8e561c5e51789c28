import { execFileSync } from 'node:child_process';
import { chownSync, renameSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { PlainError } from '../steps.ts';

/** Whom PostgreSQL runs as; nothing means: as this process. */
export interface Account {
	uid?: number;
	gid?: number;
}

/** PostgreSQL refuses root, so root lends it the owner of the data that is there, or an account without rights. */
export function accountFor(folder: string): Account {
	if (process.getuid?.() !== 0) return {};
	const there = statSync(folder, { throwIfNoEntry: false });
	if (there && there.uid !== 0) return { uid: there.uid, gid: there.gid };
	return numbersOf('postgres') ?? numbersOf('nobody') ?? refuse();
}

function numbersOf(name: string): Account | undefined {
	const ask = (flag: string) =>
		Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
	try {
		return { uid: ask('-u'), gid: ask('-g') };
	} catch {
		return undefined;
	}
}

function refuse(): never {
	throw new PlainError(
		'PostgreSQL 不能以 root 运行，而系统里没有 postgres 或 nobody 用户；请换普通用户运行，或设置 DATABASE_URL。',
		'PostgreSQL refuses root and there is no user postgres or nobody here; start as an ordinary user or set DATABASE_URL.'
	);
}

/** Whether the account may walk down to a path, which need not exist yet. */
export function canReach(path: string, account: Account): boolean {
	const parent = dirname(path);
	return parent === path || (may('enter', statSync(parent), account) && canReach(parent, account));
}

/** Whether the account has read and execute rights on what is there. */
export function canUse(path: string, account: Account): boolean {
	const there = statSync(path);
	return may('read', there, account) && may('enter', there, account);
}

const bits = { read: 0o4, enter: 0o1 };

function may(right: keyof typeof bits, { mode, uid, gid }: Stats, account: Account): boolean {
	if (account.uid === undefined) return true;
	const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
	return ((mode >> shift) & bits[right]) !== 0;
}

/** Gives a path to the account. */
export function own(path: string, { uid, gid }: Account): void {
	if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** Writes a file that only the account and root can read; whole or not at all. */
export function writeSecret(file: string, text: string, account: Account): void {
	writeFileSync(`${file}.draft`, text, { mode: 0o600 });
	own(`${file}.draft`, account);
	renameSync(`${file}.draft`, file);
}
