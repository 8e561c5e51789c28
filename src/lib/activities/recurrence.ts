import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { addDays, weekdayOf, type Day, type Weekday } from '#lib/shared/time.ts';

/** On which days a series is, in words of a form. */
export type Pattern =
	/** On these weekdays. */
	| { every: 'week'; weekdays: readonly Weekday[] }
	/** On the first … fourth such weekday of a month, or on its last (-1). */
	| { every: 'month_weekday'; nth: Nth; weekday: Weekday }
	/** On this day of the month; months without one are left out. */
	| { every: 'month_day'; day: number };

export const nths = [1, 2, 3, 4, -1] as const;
export type Nth = (typeof nths)[number];

/** A series as somebody chooses it. */
export type Repeat = Pattern & {
	/** In every such week or month, every second, … */
	interval: number;
	/** The last day on which it may be, or how many dates there are; null goes on. */
	end: { until: Day } | { count: number } | null;
};

const names = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
const weekdayNamed = (name: string) => names.indexOf(name as (typeof names)[number]) as Weekday;

/** The rule of a choice (RFC 5545, 3.3.10), without DTSTART. Weeks begin on Monday. */
export function ruleOf(repeat: Repeat): string {
	const { interval, end } = repeat;
	const parts = [patternPart(repeat)];
	if (interval > 1) parts.splice(1, 0, `INTERVAL=${interval}`);
	if (end && 'until' in end) parts.push(`UNTIL=${end.until.replaceAll('-', '')}T235959Z`);
	if (end && 'count' in end) parts.push(`COUNT=${end.count}`);
	return parts.join(';');
}

function patternPart(repeat: Repeat): string {
	switch (repeat.every) {
		case 'week':
			return `FREQ=WEEKLY;BYDAY=${[...repeat.weekdays]
				.sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7))
				.map((one) => names[one])
				.join(',')}`;
		case 'month_weekday':
			return `FREQ=MONTHLY;BYDAY=${repeat.nth}${names[repeat.weekday]}`;
		case 'month_day':
			return `FREQ=MONTHLY;BYMONTHDAY=${repeat.day}`;
	}
}

/** The choice that a rule came from; null for one that the form cannot say. */
export function repeatOf(rule: string): Repeat | null {
	const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
	const pattern = patternOf(parts);
	if (!pattern) return null;
	const [until, count] = [parts.get('UNTIL'), parts.get('COUNT')];
	const end = until ? { until: dayIn(until) } : count ? { count: Number(count) } : null;
	const repeat = { ...pattern, interval: Number(parts.get('INTERVAL') ?? 1), end };
	// the order of its parts means nothing
	return sorted(ruleOf(repeat)) === sorted(rule) ? repeat : null;
}

const sorted = (rule: string) => rule.split(';').sort().join(';');

function patternOf(parts: ReadonlyMap<string, string>): Pattern | null {
	const byDay = parts.get('BYDAY') ?? '';
	if (parts.get('FREQ') === 'WEEKLY') return { every: 'week', weekdays: byDay.split(',').map(weekdayNamed) };
	const nth = /^(-?\d)([A-Z]{2})$/.exec(byDay);
	if (nth) return { every: 'month_weekday', nth: Number(nth[1]) as Nth, weekday: weekdayNamed(nth[2]!) };
	const day = parts.get('BYMONTHDAY');
	return day ? { every: 'month_day', day: Number(day) } : null;
}

const dayIn = (text: string) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;

/**
 * The local days of an activity within `[from, to]`, in order. The rule counts days, not instants, so that clocks that
 * change do not move anything.
 * @param rule null for a single occasion
 */
export function datesOf(rule: string | null, firstDay: Day, from: Day, to: Day): Day[] {
	if (to < from) return [];
	if (rule === null) return from <= firstDay && firstDay <= to ? [firstDay] : [];
	const dtstart = Temporal.ZonedDateTime.from(`${firstDay}T12:00:00[UTC]`);
	const found = new RRuleTemporal({ rruleString: `RRULE:${rule}`, dtstart });
	return found
		.between(new Date(`${from}T00:00:00Z`), new Date(`${addDays(to, 1)}T00:00:00Z`), false)
		.map((at) => at.toPlainDate().toString());
}

/** The simplest series that has this day in it. */
export function weeklyFrom(day: Day): Repeat {
	return { every: 'week', weekdays: [weekdayOf(day)], interval: 1, end: null };
}
