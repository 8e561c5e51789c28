import { loadDemo, resetDemo } from '#lib/demo/load.server.ts';
import { demoSignIns } from '#lib/demo/sign-ins.ts';
import type { Database } from './database.ts';
import { say, step } from './steps.ts';

/** Loads the demo world where there is none yet, and marks the process as running it. */
export async function ensureDemo({ url }: Database): Promise<void> {
	process.env.DEMO = '1';
	await step('准备演示社区', 'Preparing the demo community', (progress) => loadDemo(url, options(progress)));
}

/** Makes the demo world anew. */
export async function renewDemo({ url }: Database): Promise<void> {
	await step('重建演示社区', 'Making the demo community anew', (progress) =>
		resetDemo(url, options(progress))
	);
}

function options(progress: (share: number) => void) {
	const { TEST_NOW } = process.env;
	return {
		now: TEST_NOW ? new Date(TEST_NOW) : new Date(),
		onStep: (_: string, share: number) => progress(share)
	};
}

/** Prints who can sign in to the demo world. */
export function saySignIns(): void {
	say('  演示登录 / Demo sign-ins');
	for (const { phone, zh, en } of demoSignIns) say(`    ${phone}  ${zh} / ${en}`);
}
