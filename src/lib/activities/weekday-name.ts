import { getLocale, type Locale } from '#lib/paraglide/runtime.js';
import { addDays, type Day, type Weekday } from '#lib/shared/time.ts';

/** A Sunday. */
const sunday: Day = '2026-11-22';

/** The name of a weekday: 周二, Tue, or narrow: 二, T. */
export function weekdayName(
	weekday: Weekday,
	length: 'short' | 'narrow' = 'short',
	locale: Locale = getLocale()
): string {
	const format = new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' });
	return format.format(new Date(`${addDays(sunday, weekday)}T00:00:00Z`));
}
