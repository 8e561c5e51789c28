/** `npm run screenshots`: takes docs/screenshots/ anew from the running app and its demo world. */
import { live } from './lifetime.ts';
import { runProgram } from './program.ts';

await live(async ({ signal }) => {
	const args = ['run', '--config', 'tests/screenshots/vitest.config.ts'];
	return (await runProgram('node_modules/vitest/vitest.mjs', args, { signal, aloud: true })).code ?? 1;
}, 130);
