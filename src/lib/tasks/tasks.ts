import type { Transitions } from '../shared/states.ts';

/** Features that make tasks: help that was asked for, and the visits of a pair. */
export const taskKinds = ['help', 'visit'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** The life of a promise, from planned to confirmed. */
export const taskStates = [
	'planned',
	'under_way',
	'done',
	'confirmed',
	'disputed',
	'resolved',
	'cancelled',
	'dropped_out'
] as const;

export type TaskState = (typeof taskStates)[number];

export const taskTransitions: Transitions<TaskState> = {
	planned: ['under_way', 'done', 'cancelled', 'dropped_out'],
	under_way: ['done', 'cancelled', 'dropped_out'],
	done: ['confirmed', 'disputed', 'cancelled'],
	confirmed: [],
	disputed: ['resolved', 'cancelled'],
	resolved: [],
	cancelled: [],
	dropped_out: []
};

/** States in which a task still takes the doer's time. */
export const standingStates = ['planned', 'under_way'] as const satisfies readonly TaskState[];
