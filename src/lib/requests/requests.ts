import type { Transitions } from '../shared/states.ts';

/** The life of a help request; its triage is apart. */
export const requestStates = ['open', 'filled', 'done', 'cancelled', 'closed'] as const;
export type RequestState = (typeof requestStates)[number];

export const requestTransitions: Transitions<RequestState> = {
	open: ['filled', 'cancelled', 'closed'],
	filled: ['open', 'done', 'cancelled', 'closed'],
	done: [],
	cancelled: [],
	closed: []
};

/** What staff made of it: the first receiver stays responsible. */
export const triageStates = ['new', 'accepted', 'questioned', 'refused'] as const;
export type TriageState = (typeof triageStates)[number];

export const triageTransitions: Transitions<TriageState> = {
	new: ['accepted', 'questioned', 'refused'],
	questioned: ['new', 'accepted', 'refused'],
	accepted: ['questioned', 'refused', 'accepted'],
	refused: []
};

/** How soon it is needed. */
export const urgencies = ['today', 'days', 'week', 'flexible'] as const;
export type Urgency = (typeof urgencies)[number];

/** Where the help happens. */
export const presences = ['home', 'outside', 'telephone'] as const;
export type Presence = (typeof presences)[number];

/** Most people one request may ask for. */
export const mostPeople = 50;
/** Longest words of the asker's own for what is needed, characters. */
export const longestTitle = 60;
/** Longest free note, characters. */
export const longestNote = 1000;
