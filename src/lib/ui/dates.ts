import { m } from '#lib/paraglide/messages.js';
import { getLocale, type Locale } from '#lib/paraglide/runtime.js';
import {
	addDays,
	clockOf,
	dayOf,
	daysBetween,
	hour,
	minute,
	weekdayOf,
	type Clock,
	type Day,
	type Span
} from '#lib/shared/time.ts';

/** Where and when the reader is: everything is said from there. */
export interface Here {
	now: Date;
	zone: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The name of a day's month or weekday, short: 11月, Nov, 周六, Sat. */
function nameOf(part: 'month' | 'weekday', day: Day, locale: Locale): string {
	const key = locale + part;
	const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { [part]: 'short', timeZone: 'UTC' });
	formats.set(key, format);
	return format.format(new Date(`${day}T00:00:00Z`));
}

/** Whole weeks, Monday first, from the week of `from` to the week of `to`. */
function weeksBetween(from: Day, to: Day): number {
	const mondayOf = (day: Day) => addDays(day, -((weekdayOf(day) + 6) % 7));
	return daysBetween(mondayOf(from), mondayOf(to)) / 7;
}

/** A local day as people say it: 今天, 明天, 后天, 周六, 下周三, 11月28日 周六, 2027年1月3日 周日. */
export function sayDay(day: Day, today: Day, locale: Locale = getLocale()): string {
	const options = { locale };
	const weekday = nameOf('weekday', day, locale);
	switch (daysBetween(today, day)) {
		case -2:
			return m.app_day_before_yesterday({ weekday }, options);
		case -1:
			return m.app_day_yesterday({}, options);
		case 0:
			return m.app_day_today({}, options);
		case 1:
			return m.app_day_tomorrow({}, options);
		case 2:
			return m.app_day_after_tomorrow({ weekday }, options);
	}
	const ahead = daysBetween(today, day);
	if (ahead > 0 && ahead < 7) {
		return weeksBetween(today, day) === 0 ? weekday : m.app_day_next_week({ weekday }, options);
	}
	const words = { day: Number(day.slice(8)), month: nameOf('month', day, locale), weekday };
	const year = day.slice(0, 4);
	return year === today.slice(0, 4)
		? m.app_day_of_year(words, options)
		: m.app_day_of_other_year({ ...words, year }, options);
}

/** A local day as papers say it, which are kept for years: 2026年12月8日, 8 December 2026. */
export function sayDate(day: Day, locale: Locale = getLocale()): string {
	const key = `${locale}date`;
	const region = locale === 'en' ? 'en-GB' : locale;
	const format = formats.get(key) ?? new Intl.DateTimeFormat(region, { dateStyle: 'long', timeZone: 'UTC' });
	formats.set(key, format);
	return format.format(new Date(`${day}T00:00:00Z`));
}

/** `09:30` without the leading zero. */
function short(clock: Clock): string {
	return clock.replace(/^0/, '');
}

/** A time of day: 早上 7:40, 上午 9:30, 中午 12:10, 15:00. */
export function sayTime(instant: Date, zone: string, locale: Locale = getLocale()): string {
	const clock = clockOf(instant, zone);
	const words = { time: short(clock) };
	const options = { locale };
	if (clock < '05:00') return m.app_time_night(words, options);
	if (clock < '08:00') return m.app_time_early(words, options);
	if (clock < '12:00') return m.app_time_morning(words, options);
	if (clock < '13:00') return m.app_time_noon(words, options);
	return words.time;
}

/** Day and time of an instant: 明天上午 9:30, 今天 15:00. */
export function sayWhen(instant: Date, { now, zone }: Here, locale: Locale = getLocale()): string {
	const day = sayDay(dayOf(instant, zone), dayOf(now, zone), locale);
	const time = sayTime(instant, zone, locale);
	const joined = locale === 'zh-CN' && !/^\d/.test(time);
	return joined ? day + time : `${day} ${time}`;
}

/** A span: 明天上午 9:30—10:30, 今天 22:00—24:00; over several days both ends are said in full. */
export function saySpan({ start, end }: Span, here: Here, locale: Locale = getLocale()): string {
	const from = sayWhen(start, here, locale);
	const firstDay = dayOf(start, here.zone);
	const clock = clockOf(end, here.zone);
	if (dayOf(end, here.zone) === firstDay) return m.app_span({ from, to: short(clock) }, { locale });
	const untilMidnight = clock === '00:00' && dayOf(end, here.zone) === addDays(firstDay, 1);
	const to = untilMidnight ? '24:00' : sayWhen(end, here, locale);
	return m.app_span({ from, to }, { locale });
}

/** How long ago: 刚刚, 5 分钟前, 3 小时前; from yesterday on the day and the time. */
export function sayAgo(instant: Date, here: Here, locale: Locale = getLocale()): string {
	const past = here.now.getTime() - instant.getTime();
	const options = { locale };
	if (past < 0 || dayOf(instant, here.zone) !== dayOf(here.now, here.zone)) {
		return sayWhen(instant, here, locale);
	}
	if (past < minute) return m.app_ago_now({}, options);
	if (past < hour) return m.app_ago_minutes({ count: Math.floor(past / minute) }, options);
	return m.app_ago_hours({ count: Math.floor(past / hour) }, options);
}

/** A length of time in minutes: 40 分钟, 1 小时, 1 小时 20 分. */
export function sayMinutes(minutes: number, locale: Locale = getLocale()): string {
	const whole = Math.round(minutes);
	const hours = Math.floor(whole / 60);
	const rest = whole % 60;
	const options = { locale };
	if (hours === 0) return m.app_minutes({ minutes: rest }, options);
	if (rest === 0) return m.app_hours({ hours }, options);
	return m.app_hours_minutes({ hours, minutes: rest }, options);
}

/** A distance in metres, as exact as people need it: 50 米以内, 300 米, 1.2 公里. */
export function sayDistance(metres: number, locale: Locale = getLocale()): string {
	const options = { locale };
	if (metres < 50) return m.app_distance_near({}, options);
	const tens = Math.round(metres / 10) * 10;
	if (tens < 1000) return m.app_distance_metres({ metres: tens }, options);
	const kilometres = metres < 10_000 ? Math.round(metres / 100) / 10 : Math.round(metres / 1000);
	return m.app_distance_kilometres({ kilometres }, options);
}
