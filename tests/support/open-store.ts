import { afterAll, beforeAll } from 'vitest';
import { closeDatabase, openDatabase } from '#lib/db/client.server.ts';
import type { TestDatabase } from './create-database.ts';
import { freshDatabase } from './database.ts';

/** Opens a database of its own for a file of tests, without queue or features, and closes it after. */
export function openStore(): void {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await freshDatabase();
		process.env.DATABASE_URL = database.url;
		openDatabase(database.url);
	});
	afterAll(async () => {
		await closeDatabase();
		await database.drop();
	});
}
