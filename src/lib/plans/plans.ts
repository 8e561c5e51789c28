import type { Transitions } from '../shared/states.ts';

/** The life of a plan for many requests. Once made it is never changed: solving again makes another one, based on it. */
export const planStates = ['making', 'ready', 'failed', 'stopped', 'discarded'] as const;
export type PlanState = (typeof planStates)[number];

export const planTransitions: Transitions<PlanState> = {
	making: ['ready', 'failed', 'stopped'],
	ready: ['discarded'],
	failed: ['discarded'],
	stopped: ['discarded'],
	discarded: []
};

/** Why no plan could be made, where staff can do something about it. */
export const planFailures = ['lock', 'locks_clash', 'unexpected'] as const;
export type PlanFailure = (typeof planFailures)[number];

/** What staff decide about a pair: it must be, it must not be, or again neither. */
export const decisionKinds = ['lock', 'forbid', 'free'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** Most requests in one plan of the app; the command for two sheets has no such limit. */
export const mostPlanned = 1_000;
