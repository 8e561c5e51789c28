import { inject } from 'vitest';
import { createDatabase, type TestDatabase } from './create-database.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Owner's connection to the test server. */
		serverUrl: string;
		/** Name of the database that tests clone. */
		template: string;
		/** Keys and files of this run. */
		dataDir: string;
	}
}

/** Clones the run's template: migrated and empty for tests/db, the demo community for tests/e2e. */
export async function freshDatabase(): Promise<TestDatabase> {
	return createDatabase(inject('serverUrl'), inject('template'));
}
