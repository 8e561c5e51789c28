import { describe, expect, it } from 'vitest';
import { sources } from './source.ts';

interface Locked {
	version?: string;
	resolved?: string;
}

const text = (path: string) => sources(path)[0]?.text ?? '';
const lock = JSON.parse(text('package-lock.json')) as { packages: Record<string, Locked> };

/** Below these there are known holes. */
const floors = {
	'@sveltejs/kit': '2.70.2',
	'@sveltejs/adapter-node': '5.5.1',
	svelte: '5.55.7',
	devalue: '5.9.3',
	'drizzle-orm': '0.45.2',
	cookie: '0.7.0'
};

function isBelow(version: string, floor: string): boolean {
	return version.localeCompare(floor, 'en', { numeric: true }) < 0;
}

describe('packages', () => {
	it.each(Object.entries(floors))('%s is at least %s wherever it is installed', (name, floor) => {
		const found = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
		expect(found).not.toEqual([]);
		expect(found.filter(([, { version = '' }]) => isBelow(version, floor))).toEqual([]);
	});
	it('come from wherever the reader gets his: no registry is named', () => {
		expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved)).toEqual([]);
		expect(text('.npmrc')).not.toMatch(/registry\s*=\s*\S*:\/\//);
	});
});
