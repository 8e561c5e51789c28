import { mkdtempSync, readdirSync, realpathSync, rmSync, statSync, chmodSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOpen, openCluster } from '../../scripts/postgres.ts';

/** A PostgreSQL for one test run. */
export interface TestServer {
	/** A connection that may make databases and roles. */
	url: string;
	/** A data directory for keys and the like, gone after the run. */
	dataDir: string;
	close(): Promise<void>;
}

const prefix = 'linli-test-';

/** Opens a throw-away cluster, or uses the server of TEST_DATABASE_URL. The real DATABASE_URL is never touched. */
export async function openTestServer(): Promise<TestServer> {
	sweep();
	const dataDir = mkdtempSync(join(tmpdir(), prefix));
	// Root's PostgreSQL runs as somebody else, who must get in.
	chmodSync(dataDir, 0o711);
	const given = process.env.TEST_DATABASE_URL;
	const cluster = given ? undefined : await openCluster({ dataDir, durable: false });
	return {
		url: given ?? cluster?.url ?? '',
		dataDir,
		close: async () => {
			await cluster?.stop();
			remove(dataDir);
		}
	};
}

/** Removes what runs that were killed have left: older than an hour, and locked by nobody. */
function sweep(): void {
	for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))) {
		const dataDir = join(tmpdir(), name);
		const { mtimeMs, uid } = statSync(dataDir);
		if (uid === process.getuid?.() && mtimeMs < Date.now() - 3_600_000 && !isOpen(dataDir)) remove(dataDir);
	}
}

function remove(dataDir: string): void {
	const cluster = join(dataDir, 'postgres');
	// As root in a closed folder, this is a link to where the data is.
	if (existsSync(cluster)) rmSync(realpathSync(cluster), { recursive: true, force: true });
	rmSync(dataDir, { recursive: true, force: true });
}
