import { describe, expect, it } from 'vitest';
import { inOrder, placed, toggled } from './choice.ts';

describe('choosing volunteers', () => {
	it('asks in the order that was chosen by hand', () => {
		expect(inOrder(['a', 'b', 'c'], ['c', 'a'])).toEqual(['c', 'a', 'b']);
	});

	it('asks in the order of the list where nothing was moved', () => {
		expect(inOrder(['a', 'b'], [])).toEqual(['a', 'b']);
	});

	it('asks nobody who was not picked, and nobody twice', () => {
		expect(inOrder(['a', 'a'], ['b', 'a', 'a'])).toEqual(['a']);
	});

	it('adds at the end and drops in place', () => {
		expect(toggled(['a', 'b'], 'c')).toEqual(['a', 'b', 'c']);
		expect(toggled(['a', 'b', 'c'], 'b')).toEqual(['a', 'c']);
	});

	it('puts one where it was told and moves the others back', () => {
		expect(placed(['a', 'b', 'c'], 'c', 1)).toEqual(['c', 'a', 'b']);
		expect(placed(['a', 'b'], 'x', 2)).toEqual(['a', 'x', 'b']);
		expect(placed(['a'], 'x', 9)).toEqual(['a', 'x']);
	});
});
