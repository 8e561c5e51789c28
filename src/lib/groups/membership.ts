import { AppError } from '#lib/shared/errors.ts';
import type { Transitions } from '#lib/shared/states.ts';
import type { JoinMode, MemberState } from './groups.ts';

export const memberTransitions: Transitions<MemberState> = {
	asked: ['member', 'declined', 'withdrawn'],
	invited: ['member', 'declined', 'withdrawn'],
	member: ['left', 'removed'],
	declined: [],
	withdrawn: [],
	left: [],
	removed: []
};

/** What goes on; whoever stands so cannot join once more. */
export const standingStates = ['asked', 'invited', 'member'] as const satisfies readonly MemberState[];
export type StandingState = (typeof standingStates)[number];

/** Members a group has, and how many it takes; null where everybody fits. */
export interface Room {
	members: number;
	places: number | null;
}

/** How many more a group takes; null where everybody fits. */
export function placesLeft({ members, places }: Room): number | null {
	return places === null ? null : Math.max(0, places - members);
}

/** @throws AppError `already_taken` / `group_full` with the number of places, where nobody fits any more */
export function requireRoom(room: Room): void {
	if (placesLeft(room) === 0) throw new AppError('already_taken', 'group_full', { places: room.places });
}

/**
 * What somebody becomes who taps on joining.
 * @throws AppError `not_possible_now` / `group_by_invitation`
 */
export function stateOnJoining(join: JoinMode, invited: boolean): 'member' | 'asked' {
	if (invited || join === 'open') return 'member';
	if (join === 'invitation') throw new AppError('not_possible_now', 'group_by_invitation');
	return 'asked';
}

/** What somebody becomes who does not want to belong, or belong any longer. */
export function stateOnLeaving(status: StandingState): 'withdrawn' | 'declined' | 'left' {
	if (status === 'member') return 'left';
	return status === 'asked' ? 'withdrawn' : 'declined';
}
