import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that walk through every page take longest; begun last, one of two workers would wait for the other. */
class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const long = ['nonsense', 'accessibility'];
		const rank = ({ moduleId }: TestSpecification) => long.findIndex((name) => moduleId.includes(name));
		return (await super.sort(files)).sort((a, b) => rank(b) - rank(a));
	}
}

export default defineConfig({
	root: resolve(import.meta.dirname, '../..'),
	test: {
		include: ['tests/e2e/**/*.test.ts'],
		globalSetup: ['tests/support/setup-e2e.ts'],
		expect: { requireAssertions: true },
		maxWorkers: 2,
		sequence: { sequencer: LongestFirst },
		testTimeout: 120_000,
		hookTimeout: 120_000
	}
});
