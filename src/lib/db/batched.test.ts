import { describe, expect, it } from 'vitest';
import { Batched } from './batched.ts';

/** A reading whose answers are let go one by one, in the order in which they were asked for. */
function slowly() {
	const underWay: { keys: string[]; answer(change?: Record<string, string>): void; fail(): void }[] = [];
	const batched = new Batched((keys: string[]) => {
		const { promise, resolve, reject } = Promise.withResolvers<Map<string, string>>();
		const own = (change = {}) => ({
			...Object.fromEntries(keys.map((key) => [key, `of ${key}`])),
			...change
		});
		underWay.push({
			keys,
			answer: (change) => resolve(new Map(Object.entries(own(change)))),
			fail: () => reject(new Error('the line broke'))
		});
		return promise;
	});
	const settled = () => new Promise((resolve) => setImmediate(resolve));
	return { batched, underWay, settled };
}

describe('a reading for many', () => {
	it('goes out at once for one who asks alone', async () => {
		const { batched, underWay } = slowly();
		const asked = batched.ask('a');
		expect(underWay.map(({ keys }) => keys)).toEqual([['a']]);
		underWay[0]!.answer();
		expect(await asked).toBe('of a');
	});
	it('takes all together who asked while one was on its way, each once', async () => {
		const { batched, underWay, settled } = slowly();
		const asked = ['a', 'b', 'c', 'b'].map((key) => batched.ask(key));
		underWay[0]!.answer();
		await settled();
		expect(underWay.map(({ keys }) => keys)).toEqual([['a'], ['b', 'c']]);
		underWay[1]!.answer();
		expect(await Promise.all(asked)).toEqual(['of a', 'of b', 'of c', 'of b']);
	});
	it('never answers with what was read before one asked', async () => {
		const { batched, underWay, settled } = slowly();
		const before = batched.ask('a');
		const after = batched.ask('a');
		underWay[0]!.answer({ a: 'old' });
		await settled();
		underWay[1]!.answer({ a: 'new' });
		expect([await before, await after]).toEqual(['old', 'new']);
	});
	it('answers undefined where there is nothing', async () => {
		const batched = new Batched(() => Promise.resolve(new Map()));
		expect(await batched.ask('a')).toBeUndefined();
	});
	it('that fails, fails for those who asked, and the next goes on', async () => {
		const { batched, underWay, settled } = slowly();
		const failing = expect(batched.ask('a')).rejects.toThrow('the line broke');
		const next = batched.ask('b');
		underWay[0]!.fail();
		await failing;
		await settled();
		underWay[1]!.answer();
		expect(await next).toBe('of b');
		const again = batched.ask('a');
		underWay[2]!.answer();
		expect(await again).toBe('of a');
	});
});
