import { names } from '#lib/matching/names.ts';
import { partWords as sharedPartWords } from '#lib/matching/reasons.ts';
import { listWords, splitKeys } from '#lib/matching/words.ts';
import type { Part } from '#lib/matching/matching.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Weekday } from '#lib/shared/time.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import type { Tone } from '#lib/ui/ui.ts';
import {
	campaignKinds,
	endReasonsOfStaff,
	meetingWords,
	pauseReasons,
	rhythms,
	type CampaignKind,
	type CampaignState,
	type EndReason,
	type MeetingWord,
	type PairingState,
	type PauseReason,
	type Rhythm
} from './pairings.ts';
import type { PairPart, PairPartCode, SharedPartCode } from './score.ts';
import { clockAt } from './visit-start.ts';

/** Who reads: staff hear what speaks for and against, the two only what speaks for it. */
export type Reader = 'staff' | 'resident' | 'volunteer';

type Clause = (params: PairPart['params'], reader: Reader) => string | null;

const own: Record<Exclude<PairPartCode, SharedPartCode>, Clause> = {
	skills({ held }, reader) {
		const skills = splitKeys(held).map((key) => names.skill(key as SkillKey));
		if (skills.length > 0) return m.pairings_part_skills({ skills: listWords(skills) });
		return reader === 'staff' ? m.pairings_part_skills_none() : null;
	},
	hours({ days, fixed }, reader) {
		if (fixed) return reader === 'staff' ? m.pairings_part_hours_fixed() : null;
		return reader === 'staff' ? m.pairings_part_hours({ days: Number(days) }) : null;
	},
	pairs({ pairs }, reader) {
		const count = Number(pairs);
		return reader === 'staff' && count > 0 ? m.pairings_part_pairs({ count }) : null;
	}
};

const order: readonly PairPartCode[] = [
	'continuity',
	'distance',
	'language',
	'gender',
	'interests',
	'skills',
	'hours',
	'pairs'
];

/** Why these two, in the order in which people weigh it. Parts may come from a row a year old. */
export function whyPair(
	parts: readonly PairPart[],
	reader: Reader,
	gender: 'female' | 'male' | null
): string[] {
	return order
		.flatMap((code) => parts.filter((part) => part.code === code))
		.map(({ code, points, params }) => {
			if (code === 'skills' || code === 'hours' || code === 'pairs') return own[code](params, reader);
			return sharedPartWords({ code, points, params } satisfies Part, { reader, names, gender });
		})
		.filter((clause) => clause !== null);
}

const kinds: Record<CampaignKind, [name: () => string, hint: () => string]> = {
	companion: [m.pairings_kind_companion, m.pairings_kind_companion_hint],
	standing: [m.pairings_kind_standing, m.pairings_kind_standing_hint]
};

/** The kinds of campaigns, to choose from. */
export function kindChoices() {
	return campaignKinds.map((value) => ({ value, label: kinds[value][0](), hint: kinds[value][1]() }));
}

/** 结对帮扶, 居家养老定期探访. */
export function kindName(kind: CampaignKind): string {
	return kinds[kind][0]();
}

const rhythmNames: Record<Rhythm, () => string> = {
	weekly: m.pairings_rhythm_weekly,
	fortnightly: m.pairings_rhythm_fortnightly,
	monthly: m.pairings_rhythm_monthly
};

/** How often, to choose from. */
export function rhythmChoices() {
	return rhythms.map((value) => ({ value, label: rhythmNames[value]() }));
}

const campaignStates: Record<CampaignState, [words: () => string, tone: Tone]> = {
	draft: [m.pairings_campaign_draft, 'amber'],
	running: [m.pairings_campaign_running, 'green'],
	closed: [m.pairings_campaign_closed, 'grey']
};

/** Where a campaign stands. */
export function campaignTag(state: CampaignState): { words: string; tone: Tone } {
	const [words, tone] = campaignStates[state];
	return { words: words(), tone };
}

const states: Record<PairingState, [words: () => string, tone: Tone]> = {
	offered: [m.pairings_state_offered, 'amber'],
	setting_up: [m.pairings_state_setting_up, 'amber'],
	first_meeting: [m.pairings_state_first_meeting, 'blue'],
	going_on: [m.pairings_state_going_on, 'green'],
	paused: [m.pairings_state_paused, 'grey'],
	ended: [m.pairings_state_ended, 'grey']
};

/** Where a pair stands. */
export function stateTag(state: PairingState): { words: string; tone: Tone } {
	const [words, tone] = states[state];
	return { words: words(), tone };
}

const ends: Record<EndReason, () => string> = {
	member_declined: m.pairings_end_member_declined,
	resident_declined: m.pairings_end_resident_declined,
	member_changed: m.pairings_end_member_changed,
	no_longer_needed: m.pairings_end_no_longer_needed,
	moved_away: m.pairings_end_moved_away,
	member_busy: m.pairings_end_member_busy,
	not_suited: m.pairings_end_not_suited,
	campaign_over: m.pairings_end_campaign_over,
	consent_withdrawn: m.pairings_end_consent_withdrawn,
	card_ended: m.pairings_end_card_ended,
	other: m.pairings_end_other
};

/** Why a pair ended. */
export function endWords(reason: EndReason): string {
	return ends[reason]();
}

/** The reasons that staff give, to choose from. */
export function endChoices() {
	return endReasonsOfStaff.map((value) => ({ value, label: ends[value]() }));
}

const pauses: Record<PauseReason, () => string> = {
	away: m.pairings_pause_away,
	ill: m.pairings_pause_ill,
	hospital: m.pairings_pause_hospital,
	family: m.pairings_pause_family,
	other: m.pairings_pause_other
};

/** Why visits rest. */
export function pauseWords(reason: PauseReason): string {
	return pauses[reason]();
}

/** The reasons for a pause, to choose from. */
export function pauseChoices() {
	return pauseReasons.map((value) => ({ value, label: pauses[value]() }));
}

const meetings: Record<MeetingWord, () => string> = {
	good: m.pairings_met_good,
	fine: m.pairings_met_fine,
	unsure: m.pairings_met_unsure
};

/** How a first meeting was. */
export function meetingWord(word: MeetingWord): string {
	return meetings[word]();
}

/** The same to choose from. */
export function meetingChoices() {
	return meetingWords.map((value) => ({ value, label: meetings[value]() }));
}

/** 周三, Wed. */
export function weekdayName(weekday: Weekday): string {
	// 2026-11-22 is a Sunday
	const day = new Date(Date.UTC(2026, 10, 22 + weekday));
	return new Intl.DateTimeFormat(getLocale(), { weekday: 'short', timeZone: 'UTC' }).format(day);
}

const mondayFirst: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 0];

/** The weekdays to choose from, Monday first. */
export function weekdayChoices(): { value: string; label: string }[] {
	return mondayFirst.map((weekday) => ({ value: String(weekday), label: weekdayName(weekday) }));
}

/** 每周二、五 15:00; null as long as nothing is agreed on. */
export function rhythmWords(pair: {
	rhythm: Rhythm;
	weekdays: readonly number[];
	atMinute: number | null;
}): string | null {
	if (pair.weekdays.length === 0 || pair.atMinute === null) return null;
	const chosen = mondayFirst.filter((weekday) => pair.weekdays.includes(weekday));
	return m.pairings_rhythm_words({
		rhythm: rhythmNames[pair.rhythm](),
		days: listWords(chosen.map(weekdayName)),
		clock: clockAt(pair.atMinute).replace(/^0/, '')
	});
}
