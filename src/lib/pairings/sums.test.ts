import { expect, it } from 'vitest';
import { added, meanStars, noSums, shareKept, sumUp } from './sums.ts';

const pair = (
	kept: number,
	missed: number,
	stars: number | null,
	status: 'going_on' | 'offered' = 'going_on'
) => ({
	status,
	met: status === 'offered' ? null : '昨天',
	figures: { kept, missed, off: 0, ahead: 0, minutes: kept * 60, stars }
});

it('pairs of two communities add up as if they were one', () => {
	const here = [pair(3, 1, 5), pair(0, 0, null, 'offered')];
	const there = [pair(1, 1, 3)];
	const sums = added(sumUp(here), sumUp(there));
	expect(sums).toEqual(sumUp([...here, ...there]));
	expect(sums).toMatchObject({ pairs: 3, accepted: 2, met: 2, goingOn: 2, kept: 4, missed: 2, minutes: 240 });
	expect(shareKept(sums)).toBe(67);
	expect(meanStars(sums)).toBe(4.5);
});

it('where nothing was due or said there is no share and no mean', () => {
	expect(shareKept(noSums)).toBeNull();
	expect(meanStars(noSums)).toBeNull();
});
