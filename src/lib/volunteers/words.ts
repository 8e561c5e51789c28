import { m } from '#lib/paraglide/messages.js';
import { getLocale, type Locale } from '#lib/paraglide/runtime.js';
import type { Day } from '#lib/shared/time.ts';
import { gridDays, type DayPart, type WeeklySpan } from './hours.ts';
import type { CardState, HealthLimit, Language, Team } from './volunteers.ts';

type Word = typeof m.volunteers_state_draft;

const states: Record<CardState, Word> = {
	draft: m.volunteers_state_draft,
	submitted: m.volunteers_state_submitted,
	approved: m.volunteers_state_approved,
	returned: m.volunteers_state_returned,
	ended: m.volunteers_state_ended,
	guest: m.volunteers_state_guest
};

const teamNames: Record<Team, [name: Word, hint: Word]> = {
	bianmin: [m.volunteers_team_bianmin, m.volunteers_team_bianmin_hint],
	anmin: [m.volunteers_team_anmin, m.volunteers_team_anmin_hint],
	jikun: [m.volunteers_team_jikun, m.volunteers_team_jikun_hint],
	daifu: [m.volunteers_team_daifu, m.volunteers_team_daifu_hint]
};

const languageNames: Record<Language, Word> = {
	mandarin: m.volunteers_language_mandarin,
	local_dialect: m.volunteers_language_local_dialect,
	wu: m.volunteers_language_wu,
	cantonese: m.volunteers_language_cantonese,
	min: m.volunteers_language_min,
	sichuan: m.volunteers_language_sichuan,
	sign: m.volunteers_language_sign,
	english: m.volunteers_language_english
};

const limitNames: Record<HealthLimit, Word> = {
	no_lifting: m.volunteers_limit_no_lifting,
	no_stairs: m.volunteers_limit_no_stairs,
	no_nights: m.volunteers_limit_no_nights
};

const partNames: Record<DayPart, [name: Word, short: Word]> = {
	morning: [m.volunteers_part_morning, m.volunteers_part_short_morning],
	noon: [m.volunteers_part_noon, m.volunteers_part_short_noon],
	afternoon: [m.volunteers_part_afternoon, m.volunteers_part_short_afternoon],
	evening: [m.volunteers_part_evening, m.volunteers_part_short_evening]
};

const hobbies: readonly Word[] = [
	m.volunteers_hobby_chess,
	m.volunteers_hobby_calligraphy,
	m.volunteers_hobby_tai_chi,
	m.volunteers_hobby_square_dance,
	m.volunteers_hobby_flowers,
	m.volunteers_hobby_fishing,
	m.volunteers_hobby_photography,
	m.volunteers_hobby_opera,
	m.volunteers_hobby_choir,
	m.volunteers_hobby_cooking,
	m.volunteers_hobby_walking,
	m.volunteers_hobby_reading,
	m.volunteers_hobby_table_tennis,
	m.volunteers_hobby_badminton,
	m.volunteers_hobby_handicrafts,
	m.volunteers_hobby_instruments
];

/** Where a registration card stands. */
export function cardStateName(state: CardState, locale?: Locale): string {
	return states[state]({}, { locale });
}

/** One of the four teams of seed 003. */
export function teamName(team: Team, locale?: Locale): string {
	return teamNames[team][0]({}, { locale });
}

/** What a team does, in a few words. */
export function teamHint(team: Team, locale?: Locale): string {
	return teamNames[team][1]({}, { locale });
}

export function languageName(language: Language, locale?: Locale): string {
	return languageNames[language]({}, { locale });
}

export function healthLimitName(limit: HealthLimit, locale?: Locale): string {
	return limitNames[limit]({}, { locale });
}

export function dayPartName(part: DayPart): string {
	return partNames[part][0]();
}

/** The same where there is little room. */
export function dayPartShort(part: DayPart): string {
	return partNames[part][1]();
}

/** Hobbies to tick: stored in words of the community's language, shown in the reader's. */
export function hobbyChoices(): { value: string; label: string }[] {
	return hobbies.map((word) => ({ value: stored(word), label: word() }));
}

/** A stored hobby, in the reader's language where it is one of those to tick. */
export function hobbyName(hobby: string): string {
	return hobbies.find((word) => stored(word) === hobby)?.() ?? hobby;
}

function stored(word: Word): string {
	return word({}, { locale: 'zh-CN' });
}

/** How far someone goes. */
export function reachName(metres: number): string {
	if (metres <= 300) return m.volunteers_reach_near({ metres });
	if (metres === 800) return m.volunteers_reach_ten_minutes();
	if (metres < 1_000) return m.volunteers_reach_metres({ metres });
	if (metres < 20_000) return m.volunteers_reach_kilometres({ kilometres: metres / 1000 });
	return m.volunteers_reach_anywhere();
}

/** 周一, Mon. */
export function weekdayName(weekday: number, locale: Locale = getLocale()): string {
	// 4 January 1970 was a Sunday
	const someDay = new Date(Date.UTC(1970, 0, 4 + weekday));
	return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(someDay);
}

/** 2027年11月17日, 17 November 2027. */
export function longDay(day: Day, locale: Locale = getLocale()): string {
	const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
		dateStyle: 'long',
		timeZone: 'UTC'
	});
	return format.format(new Date(`${day}T00:00:00Z`));
}

/** Hours that several days in a row have in common: 周一—周五 · 18:30—21:00. */
export interface HoursLine {
	days: string;
	times: string[];
}

/** Usual hours, Monday first; days in a row with the same hours share a line. */
export function hoursWords(spans: readonly WeeklySpan[]): HoursLine[] {
	const runs: { first: number; last: number; times: string[] }[] = [];
	for (const weekday of gridDays) {
		const times = spans
			.filter((span) => span.weekday === weekday)
			.map(({ fromMinute, toMinute }) => m.app_span({ from: clock(fromMinute), to: clock(toMinute) }));
		const run = runs.at(-1);
		if (run && run.times.join() === times.join()) run.last = weekday;
		else runs.push({ first: weekday, last: weekday, times });
	}
	return runs
		.filter(({ times }) => times.length > 0)
		.map(({ first, last, times }) => ({ days: daysWords(first, last), times }));
}

function daysWords(first: number, last: number): string {
	if (first === last) return weekdayName(first);
	if (first === gridDays[0] && last === gridDays.at(-1)) return m.volunteers_every_day();
	return m.app_span({ from: weekdayName(first), to: weekdayName(last) });
}

function clock(minute: number): string {
	return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}
