import postgres from 'postgres';
import type { Lifetime } from './lifetime.ts';
import { openCluster } from './postgres.ts';
import { dataDir, migrations } from './project.ts';
import { PlainError, step } from './steps.ts';

export interface Database {
	/** Connection of the owner of the schema. */
	url: string;
	/** Whether the demo world may live there: in the embedded database unless DEMO=0, elsewhere only with DEMO=1. */
	demo: boolean;
}

/**
 * Opens DATABASE_URL, or the embedded cluster where it is not set, and brings it to this code's schema. The
 * environment is set for what runs afterwards in this process or under it.
 * @param options.join uses an embedded cluster that `npm start` is already running
 */
export async function openDatabase(life: Lifetime, options: { join?: boolean } = {}): Promise<Database> {
	process.env.DATA_DIR = dataDir();
	const given = process.env.DATABASE_URL;
	const url = given
		? await step('连接数据库', 'Reaching the database', () => reach(given))
		: await step('打开内置数据库', 'Opening the embedded database', () => openEmbedded(life, options.join));
	process.env.DATABASE_URL = url;
	await step('更新数据库结构', 'Bringing the schema up to date', () => prepare(url));
	return { url, demo: given ? process.env.DEMO === '1' : process.env.DEMO !== '0' };
}

async function openEmbedded(life: Lifetime, join = false): Promise<string> {
	const cluster = await openCluster({
		dataDir: dataDir(),
		join,
		onDeath: (lastWords) =>
			life.fail(
				new PlainError(
					'内置数据库意外停止。',
					`The embedded database has stopped. Its last words:\n${lastWords}`
				)
			)
	});
	life.atEnd(cluster.stop);
	return cluster.url;
}

const oldestServer = 15;

async function reach(url: string): Promise<string> {
	const sql = connect(url);
	let version: number;
	try {
		const [row] = await sql`select current_setting('server_version_num')::int as version`;
		version = Math.floor((row?.version as number) / 10_000);
	} catch (cause) {
		throw unreachable(url, cause);
	} finally {
		await sql.end({ timeout: 1 });
	}
	if (version >= oldestServer) return url;
	throw new PlainError(
		`数据库是 PostgreSQL ${version}，至少需要 ${oldestServer}。`,
		`The database is PostgreSQL ${version}; ${oldestServer} or newer is needed.`
	);
}

function connect(url: string): postgres.Sql {
	try {
		return postgres(url, { max: 1, connect_timeout: 5 });
	} catch (cause) {
		throw new PlainError('DATABASE_URL 不是有效的地址。', 'DATABASE_URL is not an address.', { cause });
	}
}

function unreachable(url: string, cause: unknown): PlainError {
	const { hostname, port, pathname } = new URL(url);
	const place = `${hostname}:${port || 5432}${pathname}`;
	// A host with several addresses fails with one error about all of them, which has a code and no message.
	const { message, code } = cause as { message?: string; code?: string };
	const reason = message || code;
	return new PlainError(
		`连不上数据库 ${place}（${reason}）；请检查 DATABASE_URL，以及数据库是否已启动。`,
		`The database ${place} cannot be reached (${reason}); check DATABASE_URL and whether it is running.`,
		{ cause }
	);
}

async function prepare(url: string): Promise<void> {
	const { prepareDatabase } = await import('#lib/jobs/prepare.server.ts');
	try {
		await prepareDatabase(url, migrations);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new PlainError('数据库结构没有更新。', reason, { cause: error });
	}
}
