import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	realpathSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openCluster, type Cluster } from '../../scripts/postgres.ts';
import { root } from '../../scripts/project.ts';

let dataDir: string;
const opened: Cluster[] = [];

// Making a cluster takes a second or more, so all tests share one; each opens and closes it.
beforeAll(() => {
	dataDir = mkdtempSync(join(tmpdir(), 'linli-cluster-'));
	chmodSync(dataDir, 0o711);
});

afterEach(async () => {
	for (const cluster of opened.splice(0)) await cluster.stop();
});

afterAll(() => {
	const kept = join(dataDir, 'postgres');
	if (existsSync(kept)) rmSync(realpathSync(kept), { recursive: true });
	rmSync(dataDir, { recursive: true });
});

async function open(options: { join?: boolean; onDeath?: () => void } = {}): Promise<Cluster> {
	const cluster = await openCluster({ dataDir, durable: false, ...options });
	opened.push(cluster);
	return cluster;
}

async function ask(url: string, statement: string): Promise<unknown> {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	try {
		const [row] = await sql.unsafe(statement);
		return row && Object.values(row)[0];
	} finally {
		await sql.end();
	}
}

function serverProcess(): number {
	return Number.parseInt(readFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8'));
}

/** Another process that has the cluster open and holds on to it. */
async function holder(): Promise<ChildProcess> {
	const program = `import { openCluster } from './scripts/postgres.ts';
		await openCluster({ dataDir: process.argv[1], durable: false });
		setInterval(() => process.stdout.write('open '), 100);`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', program, dataDir], { cwd: root });
	await once(child.stdout, 'data');
	return child;
}

test('what was written is there after stopping and starting, Chinese included', async () => {
	const first = await open();
	await ask(first.url, 'create table notes (words text)');
	await ask(first.url, `insert into notes values ('邻里帮 Ä')`);
	await first.stop();
	const second = await open();
	expect(await ask(second.url, 'select lower(words) from notes')).toBe('邻里帮 ä');
	await ask(second.url, 'create extension if not exists pg_trgm');
	expect(await ask(second.url, `select show_trgm('社区') <> '{}'`)).toBe(true);
});

test('the database belongs to a role that is no superuser but may do what the app needs', async () => {
	const { url } = await open();
	expect(await ask(url, `select current_setting('is_superuser')`)).toBe('off');
	await ask(url, 'create extension btree_gist');
	await ask(url, 'create extension pgcrypto');
	expect(await ask(url, `select pg_get_userbyid(datdba) from pg_database where datname = 'linli'`)).toBe(
		'linli'
	);
});

test('only this machine and only who knows the password gets in', async () => {
	const { url } = await open();
	expect(await ask(url, `select current_setting('listen_addresses')`)).toBe('127.0.0.1');
	const guessed = new URL(url);
	guessed.password = 'linli';
	await expect(ask(guessed.href, 'select 1')).rejects.toThrow('password authentication failed');
});

test('a second start is refused while one is running, and a tool may join it', async () => {
	const child = await holder();
	try {
		await expect(open()).rejects.toThrow('already running in this folder');
		const joined = await open({ join: true });
		expect(await ask(joined.url, 'select 1')).toBe(1);
		await joined.stop();
		expect(await ask(joined.url, 'select 2')).toBe(2);
	} finally {
		child.kill();
		await once(child, 'exit');
	}
});

test('a start right after kill -9 of the app finds everything, and nothing is left running', async () => {
	const child = await holder();
	const orphan = serverProcess();
	child.kill('SIGKILL');
	await once(child, 'exit');
	const { url } = await open();
	expect(await ask(url, 'select 1')).toBe(1);
	expect(serverProcess()).not.toBe(orphan);
	await vi.waitFor(() => expect(isRunning(orphan)).toBe(false), 5000);
});

/** False for a process that is gone, also when nobody has collected it yet. */
function isRunning(pid: number): boolean {
	if (!existsSync('/proc/self')) return true;
	return existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
}

test('a note of a crashed server that names a stranger does not stop the start', async () => {
	const { stop } = await open();
	await stop();
	const stranger = spawn('sleep', ['60']);
	const note = join(dataDir, 'postgres', 'data', 'postmaster.pid');
	writeFileSync(note, `${stranger.pid}\n`);
	try {
		const { url } = await open();
		expect(await ask(url, 'select 1')).toBe(1);
		expect(stranger.exitCode).toBeNull();
	} finally {
		stranger.kill();
	}
});

test('the death of PostgreSQL is reported, a stop that was asked for is not', async () => {
	const onDeath = vi.fn();
	const first = await open({ onDeath });
	await first.stop();
	expect(onDeath).not.toHaveBeenCalled();
	await open({ onDeath });
	process.kill(serverProcess(), 'SIGKILL');
	await vi.waitFor(() => expect(onDeath).toHaveBeenCalledOnce(), 5000);
});

test('data of another major version is left alone', async () => {
	const { stop } = await open();
	await stop();
	const version = join(dataDir, 'postgres', 'data', 'PG_VERSION');
	const written = readFileSync(version);
	writeFileSync(version, '15\n');
	try {
		await expect(open()).rejects.toThrow('is from PostgreSQL 15');
	} finally {
		writeFileSync(version, written);
	}
});
