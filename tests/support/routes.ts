import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { newId } from '#lib/shared/ids.ts';
import { root } from '../../scripts/project.ts';

/** A route of the app, with ids that lead nowhere in it. */
export interface Route {
	path: string;
	/** Names of its form actions; empty where it has none. */
	actions: string[];
	/** Whether its own code reads what stands behind the question mark. */
	asks: boolean;
}

/** Every page and endpoint, read from the folders that make them. */
export function allRoutes(): Route[] {
	const base = join(root, 'src/routes');
	const files = readdirSync(base, { recursive: true, encoding: 'utf8' });
	const found = files.filter((file) => /\+(page|server)(\.server)?\.(ts|svelte)$/.test(file));
	const byPath = new Map<string, Route>();
	for (const file of found) {
		const path = addressOf(relative(base, join(base, file)).split(sep).slice(0, -1));
		const known = byPath.get(path) ?? { path, actions: [], asks: false };
		const source = readFileSync(join(base, file), 'utf8');
		known.asks ||= /searchParams|url\.search/.test(source);
		if (file.endsWith('+page.server.ts')) known.actions.push(...actionNames(source));
		byPath.set(path, known);
	}
	return [...byPath.values()].sort((a, b) => a.path.localeCompare(b.path));
}

function addressOf(folders: string[]): string {
	const parts = folders
		.filter((folder) => !folder.startsWith('('))
		.map((folder) =>
			folder.startsWith('[community') ? 'chengdong' : folder.startsWith('[') ? newId() : folder
		);
	return `/${parts.join('/')}`;
}

function actionNames(source: string): string[] {
	const body = /export const actions[^=]*=\s*\{([\s\S]*)\n\}/.exec(source)?.[1] ?? '';
	return [...body.matchAll(/^\t(\w+)(?::|,|$)/gm)].map((match) => match[1]!);
}
