import type { Transitions } from '../shared/states.ts';

/** The life of an offer to one volunteer. It waits ten seconds before it goes out, so that approval can be undone. */
export const offerStates = [
	'waiting',
	'sent',
	'accepted',
	'declined',
	'other_time_proposed',
	'lapsed',
	'withdrawn'
] as const;
export type OfferState = (typeof offerStates)[number];

export const offerTransitions: Transitions<OfferState> = {
	waiting: ['sent', 'withdrawn'],
	sent: ['accepted', 'declined', 'other_time_proposed', 'lapsed', 'withdrawn'],
	other_time_proposed: ['accepted', 'withdrawn'],
	accepted: [],
	declined: [],
	lapsed: [],
	withdrawn: []
};

/** Reasons to decline, one tap each; none costs the volunteer anything. */
export const declineReasons = ['no_time', 'too_far', 'not_my_skill', 'not_well', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** Seconds between approval and the first offer, in which staff may undo. */
export const undoSeconds = 10;
