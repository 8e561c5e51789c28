import { expect, it } from 'vitest';
import { offerBudget } from './budget.ts';

it('part of the offers of a week is kept for grids with few volunteers', () => {
	const weights = { offersPerWeek: 4, offersKeptForScarce: 1 };
	expect(offerBudget(weights, false)).toBe(3);
	expect(offerBudget(weights, true)).toBe(4);
	expect(offerBudget({ offersPerWeek: 2, offersKeptForScarce: 5 }, false)).toBe(0);
});
