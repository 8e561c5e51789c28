import { join } from 'node:path';
import { compile } from '@inlang/paraglide-js';
import { runProgram } from './program.ts';
import { root } from './project.ts';
import { PlainError } from './steps.ts';

/** Compiles the messages as vite.config.ts does, for what imports them outside of Vite. */
export async function compileWords(): Promise<void> {
	await compile({
		project: join(root, 'project.inlang'),
		outdir: join(root, 'src/lib/paraglide'),
		strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
		cookieName: 'locale'
	});
}

/** Writes the types that SvelteKit derives from the routes, for the checks. */
export async function syncTypes(): Promise<void> {
	const { code, said } = await runProgram('node_modules/@sveltejs/kit/svelte-kit.js', ['sync']);
	if (code !== 0)
		throw new PlainError('路由类型没有生成。', `The types of the routes could not be made:\n${said}`);
}
