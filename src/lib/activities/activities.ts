import type { Transitions } from '#lib/shared/states.ts';

/** What kind of occasion it is (seed 003: 文化周, 助残日, 重阳节; seed 004: 卫生大清扫). */
export const activityKinds = ['meeting', 'course', 'event', 'trip', 'talk', 'cleanup'] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** An activity from the plan to its end. What was `published` is never deleted; it is `cancelled`. */
export const activityStates = ['draft', 'published', 'cancelled'] as const;
export type ActivityState = (typeof activityStates)[number];

export const occurrenceStates = ['planned', 'cancelled'] as const;
export type OccurrenceState = (typeof occurrenceStates)[number];

/** One sign-up for all dates, one for each, or as each likes. */
export const signUpModes = ['series', 'date', 'either'] as const;
export type SignUpMode = (typeof signUpModes)[number];

/**
 * A seat from the wish to its end. `offered`: a seat that became free is kept until `answerBy`. `merged`: what was for a date is part
 * of the series since.
 */
export const signUpStates = [
	'signed',
	'waiting',
	'offered',
	'withdrawn',
	'lapsed',
	'called_off',
	'merged'
] as const;
export type SignUpState = (typeof signUpStates)[number];

export const signUpTransitions: Transitions<SignUpState> = {
	waiting: ['offered', 'withdrawn', 'called_off', 'merged'],
	offered: ['signed', 'withdrawn', 'lapsed', 'called_off', 'merged'],
	signed: ['withdrawn', 'called_off', 'merged'],
	withdrawn: [],
	lapsed: [],
	called_off: [],
	merged: []
};

/** Those that take a seat. */
export const seatedStates = ['signed', 'offered'] as const satisfies readonly SignUpState[];

/** Of one person at one occurrence. */
export const attendanceStates = ['came', 'excused', 'missed'] as const;
export type AttendanceState = (typeof attendanceStates)[number];
