import type { Transitions } from '../shared/states.ts';

/**
 * The life of a registration card 登记卡 (seed 003). `guest`: what pairs need to know of a card that was approved in
 * another community; no request is offered on its strength.
 */
export const cardStates = ['draft', 'submitted', 'approved', 'returned', 'ended', 'guest'] as const;
export type CardState = (typeof cardStates)[number];

export const cardTransitions: Transitions<CardState> = {
	draft: ['submitted', 'guest'],
	submitted: ['approved', 'returned', 'submitted'],
	returned: ['submitted'],
	approved: ['submitted', 'ended', 'approved'],
	ended: ['submitted', 'guest'],
	guest: ['submitted', 'ended', 'guest']
};

/** The four teams into which willingness is sorted (seed 003). */
export const teams = ['bianmin', 'anmin', 'jikun', 'daifu'] as const;
export type Team = (typeof teams)[number];

/** What a helper's health does not allow. */
export const healthLimits = ['no_lifting', 'no_stairs', 'no_nights'] as const;
export type HealthLimit = (typeof healthLimits)[number];

/** Languages and dialects a helper may speak. */
export const languages = [
	'mandarin',
	'local_dialect',
	'wu',
	'cantonese',
	'min',
	'sichuan',
	'sign',
	'english'
] as const;
export type Language = (typeof languages)[number];
