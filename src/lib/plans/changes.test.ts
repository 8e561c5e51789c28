import { describe, expect, it } from 'vitest';
import { changesBetween } from './changes.ts';

const pair = (requestId: string, personId: string, cost = 100) => ({ requestId, personId, cost });

describe('what is different between two plans', () => {
	it('is nothing where both have the same people, in whatever order', () => {
		const plan = [pair('tap', 'Li'), pair('tap', 'Wu'), pair('walk', 'Gu')];
		expect(changesBetween(plan, [...plan].reverse())).toEqual([]);
	});
	it('names who left, who came and what it costs, the dearest first', () => {
		const before = [pair('tap', 'Li', 100), pair('walk', 'Gu', 300), pair('talk', 'He', 50)];
		const after = [pair('tap', 'Gu', 900), pair('walk', 'Li', 250), pair('talk', 'He', 50)];
		expect(changesBetween(before, after)).toEqual([
			{ requestId: 'tap', left: ['Li'], came: ['Gu'], dearer: 800 },
			{ requestId: 'walk', left: ['Gu'], came: ['Li'], dearer: -50 }
		]);
	});
	it('counts one of several people of a request, and requests that only one plan fills', () => {
		const before = [pair('move', 'Li'), pair('move', 'Wu')];
		const after = [pair('move', 'Li'), pair('move', 'Gu', 150), pair('tap', 'Wu', 70)];
		expect(changesBetween(before, after)).toEqual([
			{ requestId: 'tap', left: [], came: ['Wu'], dearer: 70 },
			{ requestId: 'move', left: ['Wu'], came: ['Gu'], dearer: 50 }
		]);
	});
});
