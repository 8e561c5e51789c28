import { m } from '#lib/paraglide/messages.js';
import { getLocale, type Locale } from '#lib/paraglide/runtime.js';
import type { Params } from '#lib/shared/errors.ts';
import { sayWhen, type Here } from '#lib/ui/dates.ts';
import type { IconName } from '#lib/ui/icons.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { isFitnessKey, type FitnessKey } from './fitness.ts';
import type { ActivityKind, AttendanceState, SignUpState } from './activities.ts';

interface Named {
	name: string;
	nameEn: string;
}

/** A name in the reader's language, or in Chinese where nobody wrote another. */
export function nameOf({ name, nameEn }: Named, locale: Locale = getLocale()): string {
	return (locale === 'en' && nameEn) || name;
}

/** What may happen, said before anybody signs up; null where nothing. */
export function riskOf({ risk, riskEn }: { risk: string | null; riskEn: string }): string | null {
	return risk && nameOf({ name: risk, nameEn: riskEn });
}

/** A month with its year: 2026年11月, November 2026. @param month `2026-11` */
export function sayMonth(month: string): string {
	const locale = getLocale() === 'en' ? 'en-GB' : 'zh-CN';
	const format = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
	return format.format(new Date(`${month}-01T00:00:00Z`));
}

const kinds: Record<ActivityKind, () => string> = {
	meeting: m.activities_kind_meeting,
	course: m.activities_kind_course,
	event: m.activities_kind_event,
	trip: m.activities_kind_trip,
	talk: m.activities_kind_talk,
	cleanup: m.activities_kind_cleanup
};

export const kindWords = (kind: ActivityKind): string => kinds[kind]();

/** Where it takes place: a venue by its name, else what was written. */
export function placeWords(
	{ activity, venue }: { activity: { place: string | null; placeEn: string }; venue: Named | null },
	locale: Locale = getLocale()
): string {
	const { place, placeEn } = activity;
	return nameOf(venue ?? { name: place ?? '', nameEn: place ? placeEn : '' }, locale);
}

/** How many seats a date has left. */
export function seatsWords({ seats, taken }: { seats: number | null; taken: number }): string {
	if (seats === null) return m.activities_seats_all();
	return taken < seats ? m.activities_seats_left({ count: seats - taken }) : m.activities_seats_none();
}

/** How a kind looks in lists. */
export const kindLooks: Record<ActivityKind, { icon: IconName; tone: Tone }> = {
	meeting: { icon: 'users-round', tone: 'grey' },
	course: { icon: 'graduation-cap', tone: 'blue' },
	event: { icon: 'party-popper', tone: 'red' },
	trip: { icon: 'map-pin', tone: 'green' },
	talk: { icon: 'presentation', tone: 'amber' },
	cleanup: { icon: 'brush-cleaning', tone: 'green' }
};

/** The values of a notice about an activity, with words where an instant and two names stood. */
export function activityValues(params: Params, here: Here): Params {
	const { activity, activityEn, at } = params;
	if (typeof activity !== 'string' || typeof at !== 'string') return params;
	const name = { name: activity, nameEn: String(activityEn) };
	const others = Number(params.count ?? 0);
	const more = others > 0 ? m.activities_day_total({ count: others + 1 }) : '';
	return { ...params, activity: nameOf(name), when: sayWhen(new Date(at), here), more };
}

const signUpStates: Record<SignUpState, { words: () => string; tone: Tone }> = {
	signed: { words: m.activities_state_signed, tone: 'green' },
	waiting: { words: m.activities_state_waiting, tone: 'amber' },
	offered: { words: m.activities_state_offered, tone: 'red' },
	withdrawn: { words: m.activities_state_withdrawn, tone: 'grey' },
	lapsed: { words: m.activities_state_lapsed, tone: 'grey' },
	called_off: { words: m.activities_state_called_off, tone: 'grey' },
	merged: { words: m.activities_state_merged, tone: 'grey' }
};

/** What is said of a sign-up, and its tint. */
export function signUpTag(state: SignUpState): { words: string; tone: Tone } {
	const { words, tone } = signUpStates[state];
	return { words: words(), tone };
}

const attendance: Record<AttendanceState, { words: () => string; tone: Tone }> = {
	came: { words: m.activities_came, tone: 'green' },
	excused: { words: m.activities_excused, tone: 'amber' },
	missed: { words: m.activities_missed, tone: 'grey' }
};

/** What is said of somebody at a date, and its tint. */
export function attendanceTag(state: AttendanceState): { words: string; tone: Tone } {
	const { words, tone } = attendance[state];
	return { words: words(), tone };
}

const fitness: Record<FitnessKey, () => string> = {
	heart: m.activities_fit_heart,
	walk: m.activities_fit_walk,
	stairs: m.activities_fit_stairs,
	stand: m.activities_fit_stand
};

/** What is asked of people's fitness, in words: the leader's own as they are. */
export function fitnessWords(asked: string): string {
	return isFitnessKey(asked) ? fitness[asked]() : asked;
}
