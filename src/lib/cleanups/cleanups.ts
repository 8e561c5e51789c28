import type { Transitions } from '#lib/shared/states.ts';

/** A campaign day (卫生大清扫, seed 004) from the plan to its report. A closed one is opened again to put something right. */
export const cleanupStates = ['draft', 'announced', 'running', 'closed', 'cancelled'] as const;
export type CleanupState = (typeof cleanupStates)[number];

export const cleanupTransitions: Transitions<CleanupState> = {
	draft: ['announced', 'cancelled'],
	announced: ['running', 'closed', 'cancelled'],
	running: ['closed'],
	closed: ['running'],
	cancelled: []
};

/** Those in which people may be on the list and check in. */
export const openStates = ['announced', 'running'] as const satisfies readonly CleanupState[];

/** Whom a team comes from: a partner unit, a group of residents, or whoever has come together. */
export const teamKinds = ['unit', 'group', 'free'] as const;
export type TeamKind = (typeof teamKinds)[number];

/** What is ticked on the list of an area: he came, he left, he did not come after all. */
export const marks = ['came', 'left', 'missed'] as const;
export type Mark = (typeof marks)[number];

export const pictureMoments = ['before', 'after'] as const;
export type PictureMoment = (typeof pictureMoments)[number];

/** Held until staff have looked at it. */
export const pictureStates = ['held', 'shown', 'refused'] as const;
export type PictureState = (typeof pictureStates)[number];

/** Most people that an area or a team is planned for. */
export const mostPeople = 2000;
/** Most pictures that are sent at once. */
export const picturesAtOnce = 4;
