import { randomBytes } from 'node:crypto';
import postgres from 'postgres';

/** A database of one run. */
export interface TestDatabase {
	/** Connection of its owner. */
	url: string;
	drop(): Promise<void>;
}

/** Makes a database on the test server, as a copy of another where one is named. */
export async function createDatabase(
	serverUrl: string,
	template?: string
): Promise<TestDatabase & { name: string }> {
	const name = `linli_test_${randomBytes(6).toString('hex')}`;
	await onServer(serverUrl, `create database ${name} ${template ? `template ${template}` : ''}`);
	const url = new URL(serverUrl);
	url.pathname = name;
	return {
		name,
		url: url.href,
		drop: () => onServer(serverUrl, `drop database if exists ${name} with (force)`)
	};
}

async function onServer(url: string, statement: string): Promise<void> {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	try {
		await sql.unsafe(statement);
	} finally {
		await sql.end();
	}
}
