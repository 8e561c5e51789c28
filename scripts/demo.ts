import { closeDatabase, inCommon, openDatabase } from '#lib/db/client.server.ts';
import { demoMark } from '#lib/db/facts.server.ts';
import { loadDemo, resetDemo } from '#lib/demo/load.server.ts';
import { demoSignIns } from '#lib/demo/sign-ins.ts';
import type { Database } from './database.ts';
import { say, step } from './steps.ts';

/**
 * Loads the demo world into a database without any community, and marks this process as running it.
 * @returns whether the database holds the demo world now; one that real people use is left alone
 */
export async function ensureDemo({ url }: Database): Promise<boolean> {
	await step('准备演示社区', 'Preparing the demo community', (progress) => loadDemo(url, options(progress)));
	const isDemo = await bearsMark(url);
	if (isDemo) process.env.DEMO = '1';
	return isDemo;
}

async function bearsMark(url: string): Promise<boolean> {
	openDatabase(url, 1);
	try {
		return (await inCommon(demoMark)) !== null;
	} finally {
		await closeDatabase();
	}
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
