import { getLocale, type Locale } from '#lib/paraglide/runtime.js';
import { m } from '#lib/paraglide/messages.js';
import type { Day } from '#lib/shared/time.ts';
import type { SkillLevel } from '#lib/skills/skills.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import type { Language } from '#lib/volunteers/volunteers.ts';
import { sayableDistance } from './distance.ts';

/**
 * How other rooms name their things; pass their functions, so that sentences do not carry whole vocabularies.
 */
export interface Names {
	skill: (skill: SkillKey, locale?: Locale) => string;
	level: (level: SkillLevel, locale?: Locale) => string;
	language: (language: Language, locale?: Locale) => string;
}

/** 300 米, 1.2 公里. */
export function distanceWords(metres: number, locale?: Locale): string {
	const { unit, value } = sayableDistance(metres);
	if (unit === 'metres') return m.matching_distance_metres({ value }, { locale });
	return m.matching_distance_kilometres({ value }, { locale });
}

/** Languages stored as keys with commas between, in words. */
export function languageWords(keys: unknown, names: Names, locale?: Locale): string {
	return listWords(
		splitKeys(keys).map((key) => names.language(key as Language, locale)),
		locale
	);
}

/** 书法和戏曲; calligraphy and opera. */
export function listWords(items: readonly string[], locale: Locale = getLocale()): string {
	return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
}

/** 3月12日; with the year where asked. */
export function dayWords(
	day: Day,
	{ year = false, locale = getLocale() }: { year?: boolean; locale?: Locale }
): string {
	return new Intl.DateTimeFormat(locale, {
		year: year ? 'numeric' : undefined,
		month: 'long',
		day: 'numeric',
		timeZone: 'UTC'
	}).format(new Date(`${day}T00:00:00Z`));
}

/** The keys in a stored list with commas between. */
export function splitKeys(keys: unknown): string[] {
	return typeof keys === 'string' && keys !== '' ? keys.split(',') : [];
}
