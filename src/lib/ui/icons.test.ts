import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { iconNames } from './icons.ts';

const sprite = readFileSync(new URL('./icons.svg', import.meta.url), 'utf8');
const lucide = new URL('../../../node_modules/@lucide/svelte/dist/icons/', import.meta.url);

/** Lucide's own shapes for a name, which may be an alias of another. */
function drawingOf(name: string): string {
	const file = /from "\.\/(.+)"/.exec(readFileSync(new URL(`${name}.js`, lucide), 'utf8'))?.[1] ?? '';
	const json = /const iconData = (\{.*\});/.exec(readFileSync(new URL(file, lucide), 'utf8'))?.[1] ?? '';
	const { node } = JSON.parse(json) as { node: [string, Record<string, string>][] };
	return node
		.map(([tag, attributes]) => {
			const written = Object.entries(attributes).map(([key, value]) => `${key}="${value}"`);
			return `<${tag} ${written.join(' ')}/>`;
		})
		.join('');
}

it.each(iconNames)('%s is drawn as Lucide draws it', (name) => {
	expect(sprite).toContain(`<symbol id="${name}" viewBox="0 0 24 24">${drawingOf(name)}</symbol>`);
});

it('the picture holds no drawing that has no name', () => {
	expect([...sprite.matchAll(/<symbol id="([^"]+)"/g)].map((match) => match[1])).toEqual([...iconNames]);
});
