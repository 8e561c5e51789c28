import { describe, expect, it } from 'vitest';
import { actionQuery, boardQuery, readBoardAddress } from './board-address.ts';

const read = (query: string) => readBoardAddress(new URLSearchParams(query));

describe('the address of a shortlist', () => {
	it('keeps the list, the lifted gates and the length', () => {
		const query = '?show=asked&q=wang&page=2&lift=time&lift=reach&long=';
		expect(boardQuery(read(query))).toBe(query);
	});

	it('knows only gates that there are', () => {
		expect(read('?lift=reach&lift=law').lift).toEqual(['reach']);
	});

	it('goes along when a form is sent', () => {
		expect(actionQuery('approve', read('?q=wang&lift=reach'))).toBe('?/approve&q=wang&lift=reach');
		expect(actionQuery('ask', read(''))).toBe('?/ask');
		expect(read('/approve=&q=wang&lift=reach').lift).toEqual(['reach']);
	});
});
