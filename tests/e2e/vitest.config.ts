import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	root: resolve(import.meta.dirname, '../..'),
	test: {
		include: ['tests/e2e/**/*.test.ts'],
		globalSetup: ['tests/support/setup-e2e.ts'],
		expect: { requireAssertions: true },
		maxWorkers: 2,
		testTimeout: 120_000,
		hookTimeout: 120_000
	}
});
