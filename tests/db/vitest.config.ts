import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	root: resolve(import.meta.dirname, '../..'),
	test: {
		include: ['tests/db/**/*.test.ts'],
		globalSetup: ['tests/support/setup-db.ts'],
		expect: { requireAssertions: true },
		maxWorkers: 2,
		testTimeout: 20_000,
		hookTimeout: 30_000
	}
});
