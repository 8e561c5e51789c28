import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from '../../../scripts/project.ts';

/** A bare endpoint in a process of its own. */
export async function startBare(communityId: string) {
	const child = spawn(process.execPath, ['tests/bench/booking/bare.ts', communityId], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'inherit']
	});
	let said = '';
	for (;;) {
		const [part] = (await once(child.stdout, 'data')) as [Buffer];
		said += part.toString();
		const port = /port (\d+)/.exec(said)?.[1];
		if (port) return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() };
	}
}
