import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from './build.ts';
import { compileWords, syncTypes } from './generate.ts';
import { runProgram } from './program.ts';
import { explain } from './steps.ts';

export interface Outcome {
	passed: number;
	failed: number;
	/** What to show when something failed. */
	said: string;
}

export interface Check {
	name: string;
	zh: string;
	en: string;
	/** Keeps one core busy: checks of one lane go one after the other, beside those of the other. */
	lane?: 'text' | 'code';
	/** Looks at files as they are in the repository, and need not wait until words and types are made. */
	asItIs?: true;
	run(signal: AbortSignal): Promise<Outcome>;
}

/** What the others need of a fresh clone. */
export const preparation: Check = {
	name: 'generate',
	zh: '生成文字与类型',
	en: 'words and types',
	run: () =>
		attempt(async () => {
			await compileWords();
			await syncTypes();
		})
};

/** Everything that must hold before a change may land; the quick ones first. */
export const checks: Check[] = [
	{
		name: 'format',
		zh: '格式',
		en: 'format',
		lane: 'text',
		asItIs: true,
		run: program('prettier/bin/prettier.cjs', '--check', '.')
	},
	{
		name: 'types',
		zh: '类型',
		en: 'types',
		lane: 'code',
		run: program('svelte-check/bin/svelte-check', '--fail-on-warnings', '--output', 'human')
	},
	{
		name: 'lint',
		zh: '规范',
		en: 'lint',
		lane: 'text',
		run: program('eslint/bin/eslint.js', '--max-warnings=0', '.')
	},
	{
		name: 'build',
		zh: '构建',
		en: 'build',
		// behind the types, which it makes anew
		lane: 'code',
		run: (signal) => attempt(() => buildIfStale(signal))
	},
	{ name: 'unit', zh: '单元测试', en: 'unit tests', run: suite('vite.config.ts') },
	{ name: 'db', zh: '数据库测试', en: 'database tests', run: suite('tests/db/vitest.config.ts') },
	{ name: 'e2e', zh: '浏览器测试', en: 'browser tests', run: suite('tests/e2e/vitest.config.ts') }
];

function program(path: string, ...args: string[]): Check['run'] {
	return async (signal) => {
		const { code, said } = await runProgram(`node_modules/${path}`, args, { signal });
		return code === 0 ? { passed: 1, failed: 0, said } : { passed: 0, failed: 1, said };
	};
}

async function attempt(work: () => Promise<void>): Promise<Outcome> {
	try {
		await work();
		return { passed: 1, failed: 0, said: '' };
	} catch (error) {
		return { passed: 0, failed: 1, said: explain(error) };
	}
}

/** Runs the tests of one configuration. A suite that breaks or finds no test counts as one failure. */
function suite(config: string): Check['run'] {
	return async (signal) => {
		const folder = mkdtempSync(join(tmpdir(), 'linli-test-report-'));
		const report = join(folder, 'report.json');
		try {
			const args = [
				'run',
				'--config',
				config,
				'--reporter=default',
				'--reporter=json',
				`--outputFile=${report}`
			];
			const { code, said } = await runProgram('node_modules/vitest/vitest.mjs', args, { signal });
			const { passed, failed } = counted(report);
			return { passed, failed: failed || (code === 0 && passed > 0 ? 0 : 1), said };
		} finally {
			rmSync(folder, { recursive: true });
		}
	};
}

function counted(report: string): { passed: number; failed: number } {
	try {
		const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<
			string,
			number
		>;
		return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 0 };
	} catch {
		return { passed: 0, failed: 0 };
	}
}
