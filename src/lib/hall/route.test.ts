import { expect, it } from 'vitest';
import { legs } from './route.ts';

it('says how far a home visit is from the one before it, as far as both places are known', () => {
	const [here, there] = [
		{ east: 100, north: 200 },
		{ east: 400, north: 600 }
	];
	expect(legs([here, there, null, here, here])).toEqual([null, 500, null, null, 0]);
	expect(legs([])).toEqual([]);
});
