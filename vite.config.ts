import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [
		tailwindcss(),
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
			cookieName: 'locale'
		}),
		sveltekit()
	],
	build: {
		modulePreload: {
			// the list of what each page needs grew with every page, and all of it is in the first visit; a page asks itself
			resolveDependencies: (_file, needed) => needed.filter((name) => name.endsWith('.css'))
		}
	},
	test: {
		include: ['src/**/*.test.ts', 'tests/{architecture,command}/**/*.test.ts'],
		expect: { requireAssertions: true },
		maxWorkers: 2,
		// what one file reads, the next has already: twice as quick, and a rule without state notices nothing
		isolate: false
	}
});
