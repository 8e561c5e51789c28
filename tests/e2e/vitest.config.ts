import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { longestFirst } from '../support/longest-first.ts';

export default defineConfig({
	root: resolve(import.meta.dirname, '../..'),
	test: {
		include: ['tests/e2e/**/*.test.ts'],
		globalSetup: ['tests/support/setup-e2e.ts'],
		// what another step brings about may take its time on a busy machine
		expect: { requireAssertions: true, poll: { timeout: 20_000 } },
		maxWorkers: 2,
		sequence: { sequencer: longestFirst('accessibility', 'nonsense', 'walk', 'pairing', 'importing') },
		testTimeout: 120_000,
		hookTimeout: 120_000
	}
});
