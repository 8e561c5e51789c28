/**
 * A worker that is killed at random points while a wave of offers runs and volunteers answer: fifty times, or KILLS of
 * them, from the seed KILLS_SEED. Prints the figures of the town; fails where anything was left out or done twice.
 */
import { live } from '../../scripts/lifetime.ts';
import { runProgram } from '../../scripts/program.ts';

await live(async ({ signal }) => {
	const env = { ...process.env, KILLS: process.env.KILLS ?? '50' };
	const args = ['run', '--config', 'tests/db/vitest.config.ts', 'killed-worker'];
	const { code } = await runProgram('node_modules/vitest/vitest.mjs', args, { signal, env, aloud: true });
	return code ?? 1;
}, 130);
