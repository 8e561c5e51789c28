import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { takeLock } from './lock.ts';
import { freePort, isFree } from './ports.ts';
import { accessFile, addresses, adminUrl, recall, remember, type Access } from './postgres/access.ts';
import { own } from './postgres/account.ts';
import { findHome, type Home } from './postgres/home.ts';
import { checkVersion, initialise } from './postgres/initialise.ts';
import { clearOrphan, lastWords, launch, type Server } from './postgres/process.ts';
import { PlainError } from './steps.ts';

export interface ClusterOptions {
	/** The data directory; the cluster lives in `postgres` under it. */
	dataDir: string;
	/** False gives safety up for speed: a throw-away cluster for tests. */
	durable?: boolean;
	/** True uses a cluster that another process of this folder is running, instead of refusing. */
	join?: boolean;
	/** Called when PostgreSQL ends without having been asked to, with its last lines. */
	onDeath?: (lastWords: string) => void;
}

/** An embedded PostgreSQL that lives as long as this process, at most. */
export interface Cluster {
	/** Database `linli` as its owner, who may make roles and databases and is no superuser. */
	url: string;
	/** The same database as the superuser, for backups and for tests that break things. */
	adminUrl: string;
	/** Where the cluster is kept. */
	folder: string;
	stop(): Promise<void>;
}

const unsafeSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Opens the cluster of a data directory, made at first use.
 * @throws PlainError when another process is using it, or it belongs to another user or version
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
	try {
		const home = findHome(options.dataDir);
		const release = takeLock(join(home.folder, 'lock'));
		if (!release && !options.join) throw alreadyRunning(options.dataDir);
		if (!release) return await joinRunning(home);
		own(join(home.folder, 'lock'), home.account);
		try {
			return await open(home, options, release);
		} catch (error) {
			release();
			throw error;
		}
	} catch (error) {
		throw isDenied(error) ? foreign(options.dataDir, error) : error;
	}
}

/** Whether a process holds the cluster of a data directory open. */
export function isOpen(dataDir: string): boolean {
	const lock = join(dataDir, 'postgres', 'lock');
	if (!existsSync(lock)) return false;
	const release = takeLock(lock);
	release?.();
	return release === undefined;
}

/** What to say to someone who starts the app twice. */
export function alreadyRunning(dataDir: string): PlainError {
	return new PlainError(
		`邻里帮已在此文件夹运行（数据目录 ${dataDir}）；请先停止它，或用 DATA_DIR 指定另一个数据目录。`,
		`Linli is already running in this folder (data directory ${dataDir}); stop it first, or name another with DATA_DIR.`
	);
}

async function open(home: Home, options: ClusterOptions, release: () => void): Promise<Cluster> {
	const durable = options.durable ?? true;
	await clearOrphan(home);
	if (!existsSync(join(home.folder, 'data'))) await initialise(home, durable);
	checkVersion(home);
	const { access, server } = await start(home, durable);
	try {
		await ensureDatabase(access);
	} catch (error) {
		await server.stop();
		throw error;
	}
	let asked = false;
	server.onExit(() => asked || options.onDeath?.(lastWords(home)));
	return {
		...addresses(access),
		folder: home.folder,
		stop: async () => {
			asked = true;
			await server.stop();
			release();
		}
	};
}

/** Tried three times: someone may take the port after the look, and a killed server's last parts take a moment to end. */
async function start(home: Home, durable: boolean): Promise<{ access: Access; server: Server }> {
	const access = recall(home);
	for (let attempt = 1; ; attempt++) {
		if (!(await isFree(access.port))) access.port = await freePort();
		const server = launch(home, {
			listen_addresses: '127.0.0.1',
			port: access.port,
			unix_socket_directories: '',
			shared_buffers: '128MB',
			timezone: 'UTC',
			log_timezone: 'UTC',
			...(durable ? {} : unsafeSettings)
		});
		if (await answers(access, server)) {
			remember(home, access);
			return { access, server };
		}
		await server.stop();
		if (attempt === 3) throw new Error(`PostgreSQL does not start. Its last words:\n${lastWords(home)}`);
		await pause(500);
	}
}

/** Waits until the server takes connections; after a crash it first reads its log, which may take a while. */
async function answers(access: Access, server: Server): Promise<boolean> {
	for (let tries = 0; tries < 1200 && server.running(); tries++) {
		if (await isAnswering(access)) return true;
		await pause(50);
	}
	return false;
}

async function isAnswering(access: Access): Promise<boolean> {
	const sql = postgres(adminUrl(access, 'postgres'), { max: 1, connect_timeout: 5 });
	try {
		await sql`select 1`;
		return true;
	} catch (error) {
		if (error instanceof postgres.PostgresError && error.code === '28P01') throw error;
		return false;
	} finally {
		await sql.end();
	}
}

/** Looked at on every start: the first one may have been broken off half-way. */
async function ensureDatabase(access: Access): Promise<void> {
	const sql = postgres(adminUrl(access, 'postgres'), { max: 1 });
	try {
		const [there] = await sql`
			select exists (select from pg_roles where rolname = 'linli') as role,
				exists (select from pg_database where datname = 'linli') as database`;
		if (!there?.role) {
			await sql.unsafe(`create role linli login createdb createrole password '${access.password}'`);
		}
		if (!there?.database) await sql.unsafe('create database linli owner linli');
	} finally {
		await sql.end();
	}
}

async function joinRunning(home: Home): Promise<Cluster> {
	for (let tries = 0; tries < 300; tries++) {
		if (existsSync(accessFile(home)) && (await isAnswering(recall(home)))) {
			return { ...addresses(recall(home)), folder: home.folder, stop: () => Promise.resolve() };
		}
		await pause(100);
	}
	throw new Error(`the PostgreSQL in ${home.folder} is in use and does not answer`);
}

function isDenied(error: unknown): boolean {
	return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
}

function foreign(dataDir: string, cause: unknown): PlainError {
	return new PlainError(
		`${dataDir} 中的数据库属于另一个用户；请以该用户运行，或用 DATA_DIR 指定另一个数据目录。`,
		`The database in ${dataDir} belongs to another user; start as that user, or name another data directory with DATA_DIR.`,
		{ cause }
	);
}
