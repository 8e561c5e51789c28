import { expect, it } from 'vitest';
import { Recurring } from './recurring.ts';

it('is known from the third time on', () => {
	const recurring = new Recurring(10);
	expect([1, 2, 3, 4].map(() => recurring.sees('select 1'))).toEqual([false, false, true, true]);
});

it('keeps no more than there is room for, and goes on knowing those', () => {
	const recurring = new Recurring(2);
	const thrice = (text: string) => [1, 2, 3].map(() => recurring.sees(text)).at(-1);
	expect(['a', 'b', 'c'].map(thrice)).toEqual([true, true, false]);
	expect(recurring.sees('a')).toBe(true);
});

it('forgets texts that never come again, so that lists of every length fill nothing', () => {
	const recurring = new Recurring(2);
	recurring.sees('wanted');
	recurring.sees('wanted');
	for (let length = 0; length < 5_000; length++) recurring.sees(`in (${length})`);
	expect([1, 2, 3].map(() => recurring.sees('wanted'))).toEqual([false, false, true]);
});
