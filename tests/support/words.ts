import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/project.ts';

export type Say = (key: string, params?: Record<string, string | number>) => string;

/** The app's own words in one language, so that a test presses what a person reads. */
export function wordsOf(locale: 'zh-CN' | 'en'): Say {
	const folder = join(root, 'messages', locale);
	const words = Object.assign(
		{},
		...readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as object)
	) as Record<string, string>;
	return (key, params = {}) => {
		const text = words[key];
		if (typeof text !== 'string') throw new Error(`no plain words for ${key}`);
		return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? `{${name}}`));
	};
}
