import { describe, expect, it } from 'vitest';
import { mayBecome, statesBefore, type Transitions } from './states.ts';

const door: Transitions<'open' | 'shut' | 'locked'> = {
	open: ['shut'],
	shut: ['open', 'locked'],
	locked: ['shut']
};

describe('a table of states', () => {
	it('says what may follow', () => {
		expect(mayBecome(door, 'shut', 'locked')).toBe(true);
		expect(mayBecome(door, 'open', 'locked')).toBe(false);
		expect(mayBecome(door, 'open', 'open')).toBe(false);
	});
	it('says what may come before', () => {
		expect(statesBefore(door, 'shut')).toEqual(['open', 'locked']);
		expect(statesBefore(door, 'locked')).toEqual(['shut']);
	});
});
