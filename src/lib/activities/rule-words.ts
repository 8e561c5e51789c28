import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { repeatOf, type Nth, type Repeat } from './recurrence.ts';
import { weekdayName } from './weekday-name.ts';

const nthWords: Record<Nth, () => string> = {
	1: m.activities_nth_1,
	2: m.activities_nth_2,
	3: m.activities_nth_3,
	4: m.activities_nth_4,
	[-1]: m.activities_nth_last
};

/** When a series is, in words: 每周二和周四, 每 2 周周一, 每月第二个周三. Null for a single occasion and for a rule beyond words. */
export function ruleWords(rule: string | null): string | null {
	const repeat = rule === null ? null : repeatOf(rule);
	return repeat && patternWords(repeat);
}

function patternWords(repeat: Repeat): string {
	const { interval } = repeat;
	if (repeat.every === 'week') {
		const list = new Intl.ListFormat(getLocale(), { type: 'conjunction' });
		const days = list.format(repeat.weekdays.map((one) => weekdayName(one)));
		return interval === 1 ? m.activities_weekly({ days }) : m.activities_weekly_every({ interval, days });
	}
	const days =
		repeat.every === 'month_day'
			? m.activities_day_of_month({ day: repeat.day })
			: nthWords[repeat.nth]() + weekdayName(repeat.weekday);
	return interval === 1 ? m.activities_monthly({ days }) : m.activities_monthly_every({ interval, days });
}
