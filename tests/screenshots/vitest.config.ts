import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** `npm run screenshots`: pictures of the running app for the README and for a look at every screen. */
export default defineConfig({
	root: resolve(import.meta.dirname, '../..'),
	test: {
		include: ['tests/screenshots/**/*.shots.ts'],
		globalSetup: ['tests/support/setup-e2e.ts'],
		testTimeout: 300_000,
		hookTimeout: 120_000
	}
});
