import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { execFileSync } from 'node:child_process';
import { own } from './account.ts';
import type { Home } from './home.ts';

/** A running PostgreSQL of ours. */
export interface Server {
	running(): boolean;
	/** Calls back when it ends. */
	onExit(listener: () => void): void;
	stop(): Promise<void>;
}

/**
 * Starts PostgreSQL in a session of its own, so that Ctrl-C in a terminal reaches only us and we decide the order of
 * stopping. A shell on a leash watches the pipe to this process: when that closes, even by kill -9, it asks
 * PostgreSQL to stop.
 */
export function launch(home: Home, settings: Record<string, string | number>): Server {
	const log = openSync(join(home.folder, 'log'), 'w', 0o600);
	own(join(home.folder, 'log'), home.account);
	const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const server = spawn(
		join(home.programs, 'bin', 'postgres'),
		['-D', join(home.folder, 'data'), ...options],
		{
			...sheltered(home),
			detached: true,
			stdio: ['ignore', log, log]
		}
	);
	closeSync(log);
	const leash = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(server.pid)], {
		...sheltered(home),
		detached: true,
		stdio: ['pipe', 'ignore', 'ignore']
	});
	server.once('exit', () => leash.kill('SIGKILL'));
	// Neither keeps this process alive: a script that is done just ends, and PostgreSQL with it.
	server.unref();
	leash.unref();
	(leash.stdin as unknown as { unref(): void }).unref();

	const running = () => server.exitCode === null && server.signalCode === null;
	return {
		running,
		onExit: (listener) => server.once('exit', listener),
		stop: () => (running() ? stopChild(server) : Promise.resolve())
	};
}

/** How a program of the cluster is spawned: as the account, from a folder it can enter, in plain English and UTC. */
export function sheltered({ account }: Home) {
	return { ...account, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } };
}

async function stopChild(server: ChildProcess): Promise<void> {
	server.ref();
	const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
	server.kill('SIGINT');
	const impatience = setTimeout(() => server.kill('SIGQUIT'), 20_000);
	await ended;
	clearTimeout(impatience);
}

/** The last lines PostgreSQL wrote. */
export function lastWords(home: Home): string {
	const log = join(home.folder, 'log');
	return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n') : '';
}

/**
 * Ends what an earlier life left behind: a server whose leash was cut as well, or the note of one that was killed.
 * Call it only under the cluster's lock, when no one else can be using the server.
 */
export async function clearOrphan(home: Home): Promise<void> {
	const data = join(home.folder, 'data');
	const note = join(data, 'postmaster.pid');
	if (!existsSync(note)) return;
	const pid = Number.parseInt(readFileSync(note, 'utf8'));
	for (let tenths = 0; isServerOf(pid, data); tenths++) {
		if (tenths === 0) process.kill(pid, 'SIGINT');
		if (tenths === 200) process.kill(pid, 'SIGQUIT');
		if (tenths === 250) throw new Error(`the PostgreSQL of an earlier start (process ${pid}) does not stop`);
		await pause(100);
	}
	// After a power cut the number may be a stranger's by now, and PostgreSQL would believe in that stranger.
	rmSync(note, { force: true });
}

function isServerOf(pid: number, data: string): boolean {
	const command = commandOf(pid);
	return command.includes('postgres') && command.includes(realpathSync(data));
}

function commandOf(pid: number): string {
	try {
		if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
		return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], {
			stdio: ['ignore', 'pipe', 'ignore']
		}).toString();
	} catch {
		return '';
	}
}
