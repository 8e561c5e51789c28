import { describe, expect, it } from 'vitest';
import { isId } from '#lib/shared/ids.ts';
import { idsFrom, randomFrom } from './random.ts';

describe('random', () => {
	it('draws the same for the same seed and label, and otherwise not', () => {
		const draws = (seed: number, label: string) => {
			const random = randomFrom(seed, label);
			return Array.from({ length: 20 }, () => random.int(0, 1_000));
		};
		expect(draws(1, 'people')).toEqual(draws(1, 'people'));
		expect(draws(1, 'people')).not.toEqual(draws(2, 'people'));
		expect(draws(1, 'people')).not.toEqual(draws(1, 'places'));
	});

	it('draws evenly', () => {
		const random = randomFrom(7, 'even');
		const counts = new Map<number, number>();
		for (let turn = 0; turn < 6_000; turn++) {
			const drawn = random.int(1, 6);
			counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
		}
		expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
		for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
	});

	it('picks by weight and never what weighs nothing', () => {
		const random = randomFrom(3, 'weights');
		const picked = Array.from({ length: 2_000 }, () => random.weighted([0, 1, 3], (weight) => weight));
		const threes = picked.filter((weight) => weight === 3).length;
		expect(picked).not.toContain(0);
		expect(threes / picked.length).toBeCloseTo(0.75, 1);
	});

	it('keeps every item when it shuffles', () => {
		const list = Array.from({ length: 50 }, (_, at) => at);
		const shuffled = randomFrom(5, 'shuffle').shuffled(list);
		expect(shuffled).not.toEqual(list);
		expect(shuffled.sort((a, b) => a - b)).toEqual(list);
	});
});

describe('ids', () => {
	it('are well-formed, all different, rising with their counter, and the same for the same seed', () => {
		const make = (seed: number) => {
			const id = idsFrom(seed);
			return Array.from({ length: 3_000 }, () => id('event'));
		};
		const ids = make(1);
		expect(ids.every(isId)).toBe(true);
		expect(new Set(ids).size).toBe(ids.length);
		expect([...ids].sort()).toEqual(ids);
		expect(make(1)).toEqual(ids);
		expect(make(2)[0]).not.toBe(ids[0]);
	});
});
