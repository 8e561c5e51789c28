import { describe, expect, it } from 'vitest';
import { nextStop, stepFrom } from './carry.ts';

describe('a duty that is carried', () => {
	it('goes a desk or a day further with each arrow, and not over the edge', () => {
		expect(stepFrom({ row: 0, column: 3 }, 'ArrowDown', 4, 7)).toEqual({ row: 1, column: 3 });
		expect(stepFrom({ row: 0, column: 3 }, 'ArrowRight', 4, 7)).toEqual({ row: 0, column: 4 });
		expect(stepFrom({ row: 0, column: 6 }, 'ArrowUp', 4, 7)).toEqual({ row: 0, column: 6 });
		expect(stepFrom({ row: 3, column: 6 }, 'ArrowRight', 4, 7)).toEqual({ row: 3, column: 6 });
		expect(stepFrom({ row: 0, column: 0 }, 'a', 4, 7)).toBeNull();
	});
});

describe('the focus on the board', () => {
	const stop = (id: string, row: number, column: number, at = 0) => ({ id, row, column, at });
	const stops = [
		stop('morning', 0, 0),
		stop('afternoon', 0, 0, 1),
		stop('below', 1, 0),
		stop('Wednesday', 0, 2),
		stop('Wednesday, later', 0, 2, 1)
	];
	const from = (id: string, key: string) =>
		nextStop(
			stops,
			stops.find((one) => one.id === id)!,
			key
		)?.id;

	it('goes up and down through a day, within a cell first', () => {
		expect(from('morning', 'ArrowDown')).toBe('afternoon');
		expect(from('afternoon', 'ArrowDown')).toBe('below');
		expect(from('below', 'ArrowUp')).toBe('afternoon');
		expect(from('below', 'ArrowDown')).toBeUndefined();
	});
	it('goes to the next day on which there is something, to what stands beside it', () => {
		expect(from('afternoon', 'ArrowRight')).toBe('Wednesday, later');
		expect(from('Wednesday', 'ArrowLeft')).toBe('morning');
		expect(from('below', 'ArrowRight')).toBeUndefined();
		expect(from('below', 'Enter')).toBeUndefined();
	});
});
