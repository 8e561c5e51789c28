import type { Transitions } from '../shared/states.ts';

/**
 * A duty from the draft of a week to the day itself. `draft`: only staff see it. `published`: residents can book it.
 * `called_off`: somebody is ill or on leave, or it was swapped away; its row stays for what was booked under it.
 */
export const dutyStates = ['draft', 'published', 'called_off'] as const;
export type DutyState = (typeof dutyStates)[number];

/** A duty that was called off stands again when that was an error, or the colleague is back sooner. */
export const dutyTransitions: Transitions<DutyState> = {
	draft: ['published'],
	published: ['called_off'],
	called_off: ['published']
};

/** Why a colleague is not there, and why a duty was called off. */
export const leaveKinds = ['sick', 'holiday', 'training', 'other'] as const;
export type LeaveKind = (typeof leaveKinds)[number];

/** A swap between two colleagues, from the question to the answer. */
export const swapStates = ['asked', 'accepted', 'declined', 'withdrawn'] as const;
export type SwapState = (typeof swapStates)[number];

export const swapTransitions: Transitions<SwapState> = {
	asked: ['accepted', 'declined', 'withdrawn'],
	accepted: [],
	declined: [],
	withdrawn: []
};
