import type { Transitions } from '../shared/states.ts';

/**
 * `companion`: 百名党员结对帮扶百名居民 (seed 003), visits between neighbours. `standing`: home care 居家养老, at fixed
 * hours, where a missed visit alarms staff the same day.
 */
export const campaignKinds = ['companion', 'standing'] as const;
export type CampaignKind = (typeof campaignKinds)[number];

/** The life of a campaign: people are chosen and paired; pairs live; it is over. */
export const campaignStates = ['draft', 'running', 'closed'] as const;
export type CampaignState = (typeof campaignStates)[number];

export const campaignTransitions: Transitions<CampaignState> = {
	draft: ['running', 'closed'],
	running: ['running', 'closed'],
	closed: []
};

/** The life of a pair. The first meeting is a state of its own: a third of matched befriending pairs never meet. */
export const pairingStates = [
	'offered',
	'setting_up',
	'first_meeting',
	'going_on',
	'paused',
	'ended'
] as const;
export type PairingState = (typeof pairingStates)[number];

export const pairingTransitions: Transitions<PairingState> = {
	offered: ['setting_up', 'ended'],
	setting_up: ['first_meeting', 'ended'],
	first_meeting: ['setting_up', 'going_on', 'ended'],
	going_on: ['paused', 'ended'],
	paused: ['going_on', 'ended'],
	ended: []
};

/** States in which a pair stands, be it only asked for. */
export const livingStates = [
	'offered',
	'setting_up',
	'first_meeting',
	'going_on',
	'paused'
] as const satisfies readonly PairingState[];

/** States in which the two know of each other. */
export const togetherStates = [
	'setting_up',
	'first_meeting',
	'going_on',
	'paused'
] as const satisfies readonly PairingState[];

/** Why a pair ended. After the first two the same people are not brought together again. */
export const endReasons = [
	'member_declined',
	'resident_declined',
	'member_changed',
	'no_longer_needed',
	'moved_away',
	'member_busy',
	'not_suited',
	'campaign_over',
	'consent_withdrawn',
	'card_ended',
	'other'
] as const;
export type EndReason = (typeof endReasons)[number];

/** Those among them that staff give. */
export const endReasonsOfStaff = [
	'no_longer_needed',
	'moved_away',
	'member_busy',
	'not_suited',
	'resident_declined',
	'campaign_over',
	'other'
] as const satisfies readonly EndReason[];

/** Why visits rest for a while. */
export const pauseReasons = ['away', 'ill', 'hospital', 'family', 'other'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** How often visits are made. */
export const rhythms = ['weekly', 'fortnightly', 'monthly'] as const;
export type Rhythm = (typeof rhythms)[number];

/** How a meeting was, in one tap. */
export const meetingWords = ['good', 'fine', 'unsure'] as const;
export type MeetingWord = (typeof meetingWords)[number];

/** Who looks back on a pair that ended. */
export const reviewers = ['resident', 'member', 'staff'] as const;
export type Reviewer = (typeof reviewers)[number];

/** Days within which a first meeting is to be agreed on. */
export const daysToAgree = 14;
/** Most pairs one member may be asked to take on in one campaign. */
export const mostPairs = 10;
