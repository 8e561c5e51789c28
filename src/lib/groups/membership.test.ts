import { describe, expect, it } from 'vitest';
import { placesLeft, requireRoom, stateOnJoining, stateOnLeaving } from './membership.ts';
import { budgetSince, mayWriteAgain, mostMessages } from './message-budget.ts';

describe('whoever taps on joining', () => {
	it('belongs at once to an open group, asks one that decides, and is told where one is invited', () => {
		expect(stateOnJoining('open', false)).toBe('member');
		expect(stateOnJoining('approval', false)).toBe('asked');
		expect(() => stateOnJoining('invitation', false)).toThrow(
			expect.objectContaining({ detail: 'group_by_invitation' })
		);
	});
	it('belongs at once where he was invited', () => {
		expect((['open', 'approval', 'invitation'] as const).map((join) => stateOnJoining(join, true))).toEqual([
			'member',
			'member',
			'member'
		]);
	});
});

describe('whoever does not want to belong', () => {
	it('takes a wish back, declines an invitation, or leaves', () => {
		expect((['asked', 'invited', 'member'] as const).map(stateOnLeaving)).toEqual([
			'withdrawn',
			'declined',
			'left'
		]);
	});
});

describe('the places of a group', () => {
	it('are as many as are not taken, and never fewer than none', () => {
		expect(placesLeft({ members: 3, places: 5 })).toBe(2);
		expect(placesLeft({ members: 6, places: 5 })).toBe(0);
		expect(placesLeft({ members: 6, places: null })).toBeNull();
	});
	it('are said where the last one is taken', () => {
		expect(() => requireRoom({ members: 4, places: 5 })).not.toThrow();
		expect(() => requireRoom({ members: 5, places: 5 })).toThrow(
			expect.objectContaining({ detail: 'group_full', params: { places: 5 } })
		);
	});
});

describe('messages to all members', () => {
	it('are few in a week', () => {
		expect(budgetSince(new Date('2026-11-23T08:00:00Z'))).toEqual(new Date('2026-11-16T08:00:00Z'));
		expect([0, mostMessages - 1, mostMessages].map(mayWriteAgain)).toEqual([true, true, false]);
	});
});
