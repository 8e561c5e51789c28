import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../steps.ts';
import { writeSecret } from './account.ts';
import type { Home } from './home.ts';

/** What must be remembered to connect again. */
export interface Access {
	port: number;
	adminPassword: string;
	password: string;
}

/** Passwords for a cluster that is to be made. */
export function newAccess(port: number): Access {
	return { port, adminPassword: secret(), password: secret() };
}

export function accessFile(home: Home): string {
	return join(home.folder, 'access.json');
}

/** How to connect to a cluster that was made before. */
export function recall(home: Home): Access {
	if (existsSync(accessFile(home))) return JSON.parse(readFileSync(accessFile(home), 'utf8')) as Access;
	throw new PlainError(
		`${accessFile(home)} 不见了，没有它就打不开数据库；请找回该文件，或移走整个文件夹。`,
		`${accessFile(home)} is missing and the database cannot be opened without it; bring it back or move the folder away.`
	);
}

export function remember(home: Home, access: Access): void {
	writeSecret(accessFile(home), JSON.stringify(access), home.account);
}

function secret(): string {
	return randomBytes(18).toString('base64url');
}

/** Connections to the database `linli`, as its owner and as the superuser. */
export function addresses(access: Access): { url: string; adminUrl: string } {
	return {
		url: `postgres://linli:${access.password}@127.0.0.1:${access.port}/linli`,
		adminUrl: adminUrl(access, 'linli')
	};
}

/** Connection of the superuser to any database. */
export function adminUrl({ adminPassword, port }: Access, database: string): string {
	return `postgres://postgres:${adminPassword}@127.0.0.1:${port}/${database}`;
}
