import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/project.ts';
import { rooms } from './rules/rooms.js';
import { sources } from './source.ts';

const eslint = new ESLint({ cwd: root });

async function rulesBroken(filePath: string, code: string): Promise<(string | null)[]> {
	const [result] = await eslint.lintText(`${code}\n`, { filePath });
	return result!.messages.map(({ ruleId, message }) => ruleId ?? message);
}

describe('the lint refuses', { timeout: 60_000 }, () => {
	beforeAll(() => rulesBroken('src/lib/shared/ids.ts', ''), 60_000);

	it.each([
		[
			'a lower room that knows a higher one',
			'src/lib/db/x.ts',
			"export * from '#lib/web/clean.ts';",
			'house/rooms'
		],
		['the same by a relative path', 'src/lib/db/x.ts', "await import('../web/clean.ts');", 'house/rooms'],
		['a room without a place', 'src/lib/attic/x.ts', "import '#lib/shared/ids.ts';", 'house/rooms'],
		[
			'a room that knows a route',
			'src/lib/web/x.ts',
			"import '../../routes/+layout.server.ts';",
			'house/rooms'
		],
		[
			'files in a circle',
			'src/lib/shared/errors.ts',
			"import { Semaphore } from '#lib/db/semaphore.ts'; export const s = Semaphore;",
			'import-x/no-cycle'
		],
		['talk on the console', 'src/lib/db/x.ts', "console.log('x');", 'no-console'],
		[
			'markup from data',
			'src/routes/x.svelte',
			'<script>let { x } = $props();</script>{@html x}',
			'svelte/no-at-html-tags'
		],
		['a clock of its own', 'src/lib/tasks/x.ts', 'export const now = new Date();', 'no-restricted-syntax'],
		[
			'a clock in milliseconds',
			'src/lib/tasks/x.ts',
			'export const now = Date.now();',
			'no-restricted-syntax'
		],
		[
			'the environment',
			'src/lib/db/x.ts',
			'export const { HOME } = process.env;',
			'no-restricted-properties'
		],
		['words in code', 'src/lib/tasks/x.ts', "export const title = '任务';", 'house/words'],
		[
			'words in a template',
			'src/lib/tasks/x.ts',
			'export const title = (n: number) => `${n} 项`;',
			'house/words'
		],
		['words on a page', 'src/routes/x.svelte', '<p>任务</p>', 'house/words'],
		['words in an attribute', 'src/routes/x.svelte', '<img src="/a.png" alt="任务" />', 'house/words'],
		[
			'SQL in a route',
			'src/routes/+page.server.ts',
			"import { sql } from 'drizzle-orm'; export const load = () => sql;",
			'@typescript-eslint/no-restricted-imports'
		],
		[
			'tables in a verb',
			'src/lib/tasks/x.server.ts',
			"import { tasks } from './tables.server.ts'; export const all = tasks;",
			'@typescript-eslint/no-restricted-imports'
		],
		['any', 'src/lib/tasks/x.ts', 'export const x: any = 1;', '@typescript-eslint/no-explicit-any'],
		['work put off', 'src/lib/tasks/x.ts', '// TODO later', 'no-warning-comments']
	])('%s', async (_, path, code, rule) => {
		expect(await rulesBroken(path, code)).toContain(rule);
	});
	it('to be switched off in a file', async () => {
		expect(await rulesBroken('src/lib/tasks/x.ts', "/* eslint-disable */ console.log('x');")).toContain(
			'no-console'
		);
	});
	it('nothing of what is right', async () => {
		const code =
			"import { newId } from '#lib/shared/ids.ts';\n\nexport const at = (now: Date) => [newId(), now];";
		expect(await rulesBroken('src/lib/tasks/x.ts', code)).toEqual([]);
	});
});

it('every room that exists has its place in the order', () => {
	const found = new Set(sources('src/lib/*/**').map(({ path }) => path.split('/')[2]!));
	expect([...found].filter((room) => !rooms.includes(room))).toEqual([]);
});
