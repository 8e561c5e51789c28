import { describe, expect, it } from 'vitest';
import { heldOn, seatMoves, type Holding } from './seats.ts';

const on = (occurrenceId: string | null, companions = 0, status: Holding['status'] = 'signed'): Holding => ({
	occurrenceId,
	companions,
	status
});

describe('the seats of one person on a date', () => {
	it('are those of his sign-up, a date and the series being one, and none where he waits or stays away', () => {
		expect(heldOn([on('a', 1)], 'a')).toBe(2);
		expect(heldOn([on('a', 1)], 'b')).toBe(0);
		expect(heldOn([on('a', 1), on(null)], 'a')).toBe(2);
		expect(heldOn([on('a'), on(null, 2, 'offered')], 'a')).toBe(3);
		expect(heldOn([on(null, 0, 'waiting')], 'a')).toBe(0);
		expect(heldOn([on(null)], 'a', true)).toBe(0);
	});
	it('move by the difference when he goes on to the series, and when he leaves it', () => {
		const dates = ['a', 'b', 'c'];
		expect([...seatMoves([on('a', 1)], [on(null, 1)], dates)]).toEqual([
			['b', 2],
			['c', 2]
		]);
		expect([...seatMoves([on(null)], [], dates, new Set(['b']))]).toEqual([
			['a', -1],
			['c', -1]
		]);
		expect([...seatMoves([on('a'), on(null, 0, 'offered')], [on('a')], dates)]).toEqual([
			['b', -1],
			['c', -1]
		]);
	});
});
