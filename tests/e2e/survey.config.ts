import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Slow looks over every page and form: `npx vitest run --config tests/e2e/survey.config.ts`. LOOKS=all takes every look. */
export default defineConfig({
	root: resolve(import.meta.dirname, '../..'),
	test: {
		include: ['tests/e2e/**/*.survey.ts'],
		globalSetup: ['tests/support/setup-e2e.ts'],
		expect: { requireAssertions: true },
		maxWorkers: 1,
		testTimeout: 900_000,
		hookTimeout: 120_000
	}
});
