import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
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
		drop: () => drop(serverUrl, name)
	};
}

/**
 * Who owns a database may end the connections of others to it, but not PostgreSQL's own housekeeping, which is gone a
 * moment later.
 */
async function drop(serverUrl: string, name: string): Promise<void> {
	for (let tries = 1; ; tries++) {
		try {
			return await onServer(serverUrl, `drop database if exists ${name} with (force)`);
		} catch (error) {
			const kept = error instanceof postgres.PostgresError && error.code === '42501';
			if (!kept || tries === 40) throw error;
			await pause(250);
		}
	}
}

async function onServer(url: string, statement: string): Promise<void> {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	try {
		await sql.unsafe(statement);
	} finally {
		await sql.end();
	}
}
