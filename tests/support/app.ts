import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import { root } from '../../scripts/project.ts';

export interface RunningApp {
	/** Where it answers, without a slash at the end. */
	url: string;
	/** Its process. */
	pid: number;
	/** What it has logged so far. */
	log(): string;
	/** Ends it; SIGTERM drains, SIGKILL does not ask. */
	stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

interface AppOptions {
	databaseUrl: string;
	/** Where its keys lie; those of the run's demo community unless said otherwise. */
	dataDir?: string;
	/** Added to the environment or, being undefined, taken from it. */
	env?: Record<string, string | undefined>;
}

/** Starts the built app as a process of its own on a free port, and waits until it is alive. */
export async function startApp({
	databaseUrl,
	dataDir = inject('dataDir'),
	env
}: AppOptions): Promise<RunningApp> {
	const child = spawn(process.execPath, ['src/server.ts'], {
		cwd: root,
		env: {
			...withoutRunner(),
			NODE_ENV: 'production',
			DATABASE_URL: databaseUrl,
			DATA_DIR: dataDir,
			DEMO: '1',
			HOST: '127.0.0.1',
			PORT: '0',
			...env
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let said = '';
	child.stdout.on('data', (part: Buffer) => (said += part.toString()));
	child.stderr.on('data', (part: Buffer) => (said += part.toString()));
	const running = () => child.exitCode === null && child.signalCode === null;
	const stop = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
		if (!running()) return;
		child.kill(signal);
		await once(child, 'exit');
	};

	for (let tries = 0; tries < 300 && running(); tries++) {
		const port = /^listening on port (\d+)$/m.exec(said)?.[1];
		const url = `http://localhost:${port}`;
		if (port && (await isAlive(url))) return { url, pid: child.pid!, log: () => said, stop };
		await pause(100);
	}
	await stop('SIGKILL');
	throw new Error(`the app did not come to life. It said:\n${said}`);
}

async function isAlive(url: string): Promise<boolean> {
	const answer = await fetch(`${url}/livez`).catch(() => undefined);
	return answer?.ok ?? false;
}

function withoutRunner(): NodeJS.ProcessEnv {
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
}
