import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { roomOrder } from './tests/architecture/rules/rooms.js';
import { noWordsInCode } from './tests/architecture/rules/words.js';
import svelteConfig from './svelte.config.js';

const house = { rules: { 'room-order': roomOrder, 'no-words-in-code': noWordsInCode } };

const clock = [
	['NewExpression[callee.name="Date"][arguments.length=0]', 'Get `now` passed in'],
	['CallExpression[callee.object.name="Date"][callee.property.name="now"]', 'Get `now` passed in'],
	['MemberExpression[object.name="Math"][property.name="random"]', 'Get chance passed in']
].map(([selector, message]) => ({ selector, message }));

export default defineConfig(
	globalIgnores(['build/', '.svelte-kit/', '.data/', 'drizzle/', 'src/lib/paraglide/']),
	js.configs.recommended,
	ts.configs.strict,
	svelte.configs.recommended,
	{
		linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		plugins: { house, 'import-x': importX },
		settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
		rules: {
			// the compiler knows better what there is
			'no-undef': 'off',
			'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
			'import-x/no-cycle': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			// pages live at the root of their host: there is no base path to resolve
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['src/**'],
		rules: {
			'no-console': 'error',
			'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Read it in shared/env.server.ts' }],
			'house/room-order': 'error',
			'house/no-words-in-code': 'error',
			'svelte/no-at-html-tags': 'error'
		}
	}
);
