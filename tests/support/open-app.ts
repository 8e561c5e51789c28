import { afterAll, beforeAll } from 'vitest';
import { closeDatabase, openDatabase } from '#lib/db/client.server.ts';
import { closeQueue, openQueue } from '#lib/jobs/queue.server.ts';
import type { TestDatabase } from './create-database.ts';
import { freshDatabase } from './database.ts';

/** Opens a database of its own for a file of tests, and the queue without anyone working it, and closes both after. */
export function openApp(): void {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await freshDatabase();
		process.env.DATABASE_URL = database.url;
		openDatabase(database.url);
		const { tieFeatures } = await import('../../src/app.server.ts');
		tieFeatures();
		await openQueue(false, (error) => {
			throw error;
		});
	});
	afterAll(async () => {
		await closeQueue();
		await closeDatabase();
		await database.drop();
	});
}
