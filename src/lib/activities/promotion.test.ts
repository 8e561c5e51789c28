import { describe, expect, it } from 'vitest';
import { placeInLine, nextOf } from './promotion.ts';

const one = (id: string, occurrenceId: string | null, party = 1) => ({ id, occurrenceId, party });

describe('the waiting list', () => {
	it('moves up in the order of asking, past those for whom it is too little', () => {
		const waiting = [one('four', 'a', 4), one('two', 'a', 2), one('single', 'a'), one('late', 'a')];
		expect(nextOf(waiting, new Map([['a', 3]]))).toEqual(['two', 'single']);
	});
	it('gives a seat of the series only where all dates have one', () => {
		const waiting = [one('series', null), one('date', 'b')];
		expect(nextOf(waiting, new Map([['a', 0], ['b', 1]]))).toEqual(['date']); // prettier-ignore
		expect(nextOf(waiting, new Map([['a', 1], ['b', 1]]))).toEqual(['series']); // prettier-ignore
	});
	it('offers nothing for what is over, and everything where everybody fits', () => {
		expect(nextOf([one('gone', 'x'), one('series', null)], new Map())).toEqual([]);
		expect(nextOf([one('first', 'a', 9), one('series', null)], new Map([['a', null]]))).toEqual([
			'first',
			'series'
		]);
	});
});

it('a place in line counts those who want the same seat, and asked before', () => {
	const line = [
		{ id: 'a', occurrenceId: 'tuesday' },
		{ id: 'b', occurrenceId: null },
		{ id: 'c', occurrenceId: 'friday' },
		{ id: 'd', occurrenceId: 'tuesday' }
	];
	expect(line.map((one) => placeInLine(line, one))).toEqual([1, 2, 2, 3]);
});
