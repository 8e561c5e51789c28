import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { longestFirst } from '../support/longest-first.ts';

const root = resolve(import.meta.dirname, '../..');

export default defineConfig({
	root,
	resolve: {
		// its front door also opens what only a browser has
		alias: [
			{
				find: /^sveltekit-superforms$/,
				replacement: resolve(root, 'node_modules/sveltekit-superforms/dist/superValidate.js')
			}
		]
	},
	test: {
		include: ['tests/db/**/*.test.ts'],
		globalSetup: ['tests/support/setup-db.ts'],
		expect: { requireAssertions: true },
		maxWorkers: 2,
		// each file opens its own database, and closes it
		isolate: false,
		sequence: { sequencer: longestFirst('killed-worker', 'best', 'queue') },
		testTimeout: 60_000,
		hookTimeout: 120_000
	}
});
