import { PgBoss } from 'pg-boss';
import postgres from 'postgres';
import { appRole } from '../db/client.server.ts';
import { migrate } from '../db/migrate.server.ts';

/**
 * Brings a database to this code: schema, row-level security, queue. Safe to run from several processes at once.
 * @param ownerUrl a connection that owns the schema
 * @param folder the generated migrations
 * @throws Error with one sentence when the database asks for newer code
 */
export async function prepareDatabase(ownerUrl: string, folder: string): Promise<{ applied: number }> {
	const result = await migrate(ownerUrl, folder);
	await installQueue(ownerUrl);
	return result;
}

/** Any number that nothing else locks: two programs that grant the same at once trip over each other. */
const lockNumber = 7_460_019;

async function installQueue(ownerUrl: string): Promise<void> {
	const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
	try {
		await owner`select pg_advisory_lock(${lockNumber})`;
		const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false });
		boss.on('error', () => {});
		await boss.start();
		await boss.stop({ graceful: false });
		await owner.unsafe(`
			GRANT USAGE ON SCHEMA pgboss TO ${appRole};
			GRANT ALL ON ALL TABLES IN SCHEMA pgboss TO ${appRole};
			GRANT ALL ON ALL SEQUENCES IN SCHEMA pgboss TO ${appRole};
			GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${appRole};
		`);
	} finally {
		// the lock goes with the connection
		await owner.end({ timeout: 5 });
	}
}
