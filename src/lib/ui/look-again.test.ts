import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lookAgain } from './look-again.ts';

describe('a page that looks again', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('never looks while the last look is under way, however long that takes', async () => {
		let under = 0;
		let most = 0;
		let looks = 0;
		const end = lookAgain(async () => {
			looks++;
			most = Math.max(most, ++under);
			await new Promise((done) => setTimeout(done, 1_000));
			under--;
		}, 150);
		await vi.advanceTimersByTimeAsync(5_000);
		end();
		expect({ most, looks }).toEqual({ most: 1, looks: 5 });
	});
	it('goes on after a look that failed', async () => {
		let looks = 0;
		const end = lookAgain(() => {
			looks++;
			return Promise.reject(new Error('no network'));
		}, 100);
		await vi.advanceTimersByTimeAsync(350);
		end();
		expect(looks).toBe(3);
	});
	it('looks no more once it is ended, even in the middle of a look', async () => {
		let looks = 0;
		const end = lookAgain(async () => {
			looks++;
			await new Promise((done) => setTimeout(done, 1_000));
		}, 100);
		await vi.advanceTimersByTimeAsync(200);
		end();
		await vi.advanceTimersByTimeAsync(5_000);
		expect(looks).toBe(1);
	});
});
