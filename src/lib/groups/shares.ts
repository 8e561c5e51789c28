import type { Transitions } from '#lib/shared/states.ts';

/** From the offer of a group to a neighbouring community to the end of the agreement. */
export const shareStates = ['offered', 'agreed', 'refused', 'withdrawn', 'ended'] as const;
export type ShareState = (typeof shareStates)[number];

export const shareTransitions: Transitions<ShareState> = {
	offered: ['agreed', 'refused', 'withdrawn'],
	agreed: ['ended'],
	refused: [],
	withdrawn: [],
	ended: []
};

/** The community whose group it is, and the one to which it is open. */
export type Side = 'home' | 'host';

const moves: Record<Side, readonly ShareState[]> = {
	home: ['withdrawn', 'ended'],
	host: ['agreed', 'refused', 'ended']
};

/** What the staff of one side may make of a share as it stands. */
export function movesOf(side: Side, status: ShareState): ShareState[] {
	return moves[side].filter((to) => shareTransitions[status].includes(to));
}
