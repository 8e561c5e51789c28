import { addDays, instantAt, weekdayOf, type Day, type Span, type Weekday } from '#lib/shared/time.ts';
import { hoursClassOf, type DayClass } from './calendar.ts';

/** Minutes of a local day, `[from, to)`, 0 … 1440. */
export interface Hours {
	from: number;
	to: number;
}

/** When a station is open on days of one class, while the rule holds. */
export interface HoursRule extends Hours {
	dayClass: Exclude<DayClass, 'makeup_workday'>;
	/** Only on days of the class that are this weekday; null: on all of them. */
	weekday: Weekday | null;
	/** First and last day on which it holds; null where it goes on. */
	since: Day;
	until: Day | null;
}

/** Kinds of days for which a station says its hours: it may be open on Saturdays and closed on Sundays. */
export const openKinds = ['workday', 'saturday', 'sunday', 'holiday'] as const;
export type OpenKind = (typeof openKinds)[number];

const kindRules: Record<OpenKind, Pick<HoursRule, 'dayClass' | 'weekday'>> = {
	workday: { dayClass: 'workday', weekday: null },
	saturday: { dayClass: 'rest', weekday: 6 },
	sunday: { dayClass: 'rest', weekday: 0 },
	holiday: { dayClass: 'holiday', weekday: null }
};

/** The days of a kind, as a rule says them. */
export function daysOfKind(kind: OpenKind): Pick<HoursRule, 'dayClass' | 'weekday'> {
	return kindRules[kind];
}

/** A day on which a station is open at other hours, or not at all. */
export interface HoursException {
	day: Day;
	/** Null: closed. */
	hours: Hours | null;
	/** What residents read. */
	reason: string;
}

/** When a station is open on one day, in order, and why where that is out of the ordinary. */
export interface OpenDay {
	day: Day;
	dayClass: DayClass;
	hours: Hours[];
	reason: string | null;
}

/** An exception counts before the rules of the day's class; a class without a rule is closed. */
export function openOn(
	day: Day,
	dayClass: DayClass,
	rules: readonly HoursRule[],
	exceptions: readonly HoursException[]
): OpenDay {
	const exception = exceptions.find((one) => one.day === day);
	if (exception) {
		const { hours, reason } = exception;
		return { day, dayClass, hours: hours ? [hours] : [], reason };
	}
	const hours = rules
		.filter((rule) => rule.dayClass === hoursClassOf(dayClass) && holdsOn(rule, day))
		.map(({ from, to }) => ({ from, to }))
		.sort((a, b) => a.from - b.from);
	return { day, dayClass, hours, reason: null };
}

function holdsOn({ weekday, since, until }: HoursRule, day: Day): boolean {
	const onWeekday = weekday === null || weekday === weekdayOf(day);
	return onWeekday && since <= day && (until === null || day <= until);
}

/** True for hours that are none of them empty or turned round, and follow one another. */
export function inOrder(hours: readonly Hours[]): boolean {
	return hours.every(({ from, to }, at) => from < to && from >= (hours[at - 1]?.to ?? 0));
}

/** Hours of a local day as instants; 1440 is the end of the day. */
export function spanOf(day: Day, { from, to }: Hours, zone: string): Span {
	return { start: instantOf(day, from, zone), end: instantOf(day, to, zone) };
}

function instantOf(day: Day, minutes: number, zone: string): Date {
	if (minutes >= 1440) return instantAt(addDays(day, 1), '00:00', zone);
	const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
	return instantAt(day, clock, zone);
}
