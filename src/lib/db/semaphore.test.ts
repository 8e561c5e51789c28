import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Semaphore } from './semaphore.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** Work that stays inside until it is told to end. */
function stay() {
	const { promise, resolve } = Promise.withResolvers<void>();
	return { work: () => promise, end: resolve };
}

const busy = { code: 'busy' };

describe('the line before the pool', () => {
	it('lets in as many as there are places, and the next when one leaves', async () => {
		const semaphore = new Semaphore(2);
		const inside: string[] = [];
		const stays = ['a', 'b', 'c'].map((name) => ({ name, ...stay() }));
		const all = stays.map(({ name, work }) => semaphore.run(() => (inside.push(name), work())));
		await vi.advanceTimersByTimeAsync(10);
		expect(inside).toEqual(['a', 'b']);
		stays[1]!.end();
		await vi.advanceTimersByTimeAsync(0);
		expect(inside).toEqual(['a', 'b', 'c']);
		for (const { end } of stays) end();
		await Promise.all(all);
	});
	it('lets work that many wait for go ahead', async () => {
		const semaphore = new Semaphore(1);
		const served: string[] = [];
		const first = stay();
		const all = [
			semaphore.run(first.work),
			semaphore.run(async () => void served.push('one')),
			semaphore.run(async () => void served.push('many'), true)
		];
		first.end();
		await vi.advanceTimersByTimeAsync(0);
		await Promise.all(all);
		expect(served).toEqual(['many', 'one']);
	});
	it('serves in the order of arrival, whoever else comes while one is let in', async () => {
		const semaphore = new Semaphore(1);
		const served: number[] = [];
		const first = stay();
		const all = [semaphore.run(first.work)];
		for (const number of [1, 2, 3]) {
			all.push(
				semaphore.run(async () => {
					served.push(number);
					if (number === 1) all.push(semaphore.run(async () => void served.push(4)));
				})
			);
		}
		first.end();
		await vi.advanceTimersByTimeAsync(0);
		await Promise.all(all);
		expect(served).toEqual([1, 2, 3, 4]);
	});
	it('gives the place back when work fails', async () => {
		const semaphore = new Semaphore(1);
		await expect(semaphore.run(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
		expect(await semaphore.run(() => Promise.resolve('next'))).toBe('next');
	});
	it('sends away who has waited too long, and their place goes to nobody twice', async () => {
		const semaphore = new Semaphore(1, 3_000);
		const long = stay();
		const first = semaphore.run(long.work);
		const second = semaphore.run(() => Promise.resolve('second'));
		const refused = expect(second).rejects.toMatchObject(busy);
		await vi.advanceTimersByTimeAsync(2_999);
		const third = semaphore.run(() => Promise.resolve('third'));
		await vi.advanceTimersByTimeAsync(1);
		await refused;
		long.end();
		await first;
		expect(await third).toBe('third');
		expect(await semaphore.run(() => Promise.resolve('free'))).toBe('free');
	});
	it('sends away at once when too many wait', async () => {
		const semaphore = new Semaphore(1, 3_000, 2);
		const long = stay();
		const all = [long.work, () => Promise.resolve(), () => Promise.resolve()].map((work) =>
			semaphore.run(work)
		);
		await expect(semaphore.run(() => Promise.resolve())).rejects.toMatchObject(busy);
		long.end();
		await Promise.all(all);
	});
});
