import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { roomOrder } from './tests/architecture/rules/rooms.js';
import { noWordsInCode } from './tests/architecture/rules/words.js';

const proofs = ['**/*.test.ts', '**/*.fixture.ts'];

/** Files that speak SQL; all others ask them. */
const sql = ['**/*queries.server.ts', '**/tables.server.ts', 'src/lib/{db,jobs,demo}/**', ...proofs];

/** Where Chinese is data, or said before any language is chosen. */
const chinese = [
	...proofs,
	'src/lib/demo/**',
	// headings and answers of sheets
	'src/lib/imports/**',
	'src/lib/matching/sheets/fields.ts',
	// how people write in a chat group
	'src/lib/activities/chain-speech.ts',
	// two-character surnames
	'src/lib/ui/names.ts',
	// why the program cannot start, in both languages
	'src/lib/db/{migrate,vault}.server.ts',
	'src/lib/shared/env.server.ts'
];

const clock = [
	'NewExpression[callee.name="Date"][arguments.length=0]',
	'CallExpression[callee.object.name="Date"][callee.property.name="now"]'
];

export default defineConfig(
	globalIgnores(['build/', '.svelte-kit/', '.data/', 'drizzle/', 'src/lib/paraglide/']),
	js.configs.recommended,
	ts.configs.strict,
	svelte.configs.recommended,
	importX.flatConfigs.typescript,
	{
		linterOptions: { noInlineConfig: true },
		plugins: { house: { rules: { rooms: roomOrder, words: noWordsInCode } }, 'import-x': importX },
		settings: {
			'import-x/resolver-next': [createTypeScriptImportResolver()],
			// thousands of generated files, which import nothing of ours
			'import-x/ignore': ['/paraglide/', '/node_modules/']
		},
		rules: {
			'import-x/no-cycle': ['error', { ignoreExternal: true }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
			// svelte-check knows what there is
			'no-undef': 'off',
			// with noUncheckedIndexedAccess, `!` is how one says what the compiler cannot see
			'@typescript-eslint/no-non-null-assertion': 'off',
			// an action may lead somewhere or to nothing
			'@typescript-eslint/no-invalid-void-type': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			// the app stands at the root of its host, so there is no base path to resolve
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['src/**'],
		rules: { 'no-console': 'error', 'house/rooms': 'error', 'svelte/no-at-html-tags': 'error' }
	},
	{ files: ['src/**'], ignores: chinese, rules: { 'house/words': 'error' } },
	{
		files: ['src/**'],
		// server.ts is the process itself: it sets what the built app reads
		ignores: ['src/lib/shared/env.server.ts', 'src/server.ts', ...proofs],
		rules: {
			'no-restricted-properties': [
				'error',
				{ object: 'process', property: 'env', message: 'Read it in shared/env.server.ts.' }
			]
		}
	},
	{
		files: ['src/lib/**'],
		ignores: ['src/lib/db/clock.server.ts', 'src/lib/ui/**', ...proofs],
		rules: {
			'no-restricted-syntax': [
				'error',
				...clock.map((selector) => ({ selector, message: 'Get `now` passed in.' }))
			]
		}
	},
	{
		files: ['src/**'],
		ignores: sql,
		rules: {
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: '^(drizzle-orm|postgres)(/|$)|/tables\\.server\\.ts$',
							allowTypeImports: true,
							message: 'SQL stands in queries.server.ts.'
						}
					]
				}
			]
		}
	}
);
