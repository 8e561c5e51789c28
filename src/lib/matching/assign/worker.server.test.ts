import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { assign } from './index.ts';
import { drawn } from './problem.fixture.ts';
import { assignInWorker } from './worker.server.ts';

const rows = (many: number, each: number) =>
	Array.from({ length: many }, (_, one) =>
		Array.from({ length: each }, (_, who): [number, number] => [who, (one * 7919 + who * 104_729) % 9_973])
	);

const small = drawn({ rows: rows(20, 20), volunteers: 20 });
/** Takes a while: everybody can go to everybody. */
const big = drawn({
	rows: rows(1_500, 1_500),
	volunteers: 1_500,
	open: new Array<number>(1_500).fill(50_000)
});

describe('the solver in a thread', () => {
	it('answers as it does here, and tells how far it is', async () => {
		const shares: number[] = [];
		const answer = await assignInWorker(small, { onProgress: (share) => shares.push(share) });
		expect(answer).toEqual(assign(small));
		expect(shares.at(-1)).toBe(1);
	});
	it('keeps what is fixed and starts warm', async () => {
		const fixed = Int32Array.of(3);
		const warm = assign(small, { fixed });
		expect(await assignInWorker(small, { fixed, warm })).toEqual(warm);
	});
	it('passes on what is wrong with a problem', async () => {
		const wrong = { ...small, demand: new Int32Array(20) };
		await expect(assignInWorker(wrong)).rejects.toThrow(RangeError);
		await expect(assignInWorker(wrong)).rejects.toThrow('demand[0]');
	});
	it('ends at once when it is called off', async () => {
		const stop = new AbortController();
		const work = assignInWorker(big, {
			signal: stop.signal,
			onProgress: () => stop.abort(new Error('enough'))
		});
		await expect(work).rejects.toThrow('enough');
		await expect(assignInWorker(big, { signal: stop.signal })).rejects.toThrow('enough');
	});
	it('is found from within a build', { timeout: 30_000 }, async () => {
		const root = resolve(import.meta.dirname, '../../../..');
		const outDir = mkdtempSync(join(root, 'node_modules', '.built-worker-'));
		try {
			await build({
				configFile: false,
				logLevel: 'silent',
				build: { ssr: join(import.meta.dirname, 'worker.server.ts'), outDir }
			});
			const file = join(outDir, 'worker.server.js');
			const built = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
				assignInWorker: typeof assignInWorker;
			};
			expect(built.assignInWorker).not.toBe(assignInWorker);
			expect(await built.assignInWorker(small)).toEqual(assign(small));
		} finally {
			rmSync(outDir, { recursive: true });
		}
	});
});
