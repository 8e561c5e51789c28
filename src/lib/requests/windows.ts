import { addDays, instantAt, type Clock, type Day, type Span } from '#lib/shared/time.ts';
import type { Urgency } from './requests.ts';

/** When help is wanted, as people say it. `date` comes with a day of its own. */
export const whenChoices = ['today', 'tomorrow', 'days', 'week', 'flexible', 'date'] as const;
export type When = (typeof whenChoices)[number];

/** Part of the day that suits. */
export const dayParts = ['any', 'morning', 'noon', 'afternoon', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];

/** When each part of the day begins and ends. */
export const partClocks: Record<DayPart, [Clock, Clock]> = {
	any: ['08:00', '20:00'],
	morning: ['08:00', '12:00'],
	noon: ['11:30', '14:00'],
	afternoon: ['14:00', '18:00'],
	evening: ['18:00', '21:00']
};

/** First day and number of days of each choice, counted from today. */
const daysOf: Record<Exclude<When, 'date'>, [number, number]> = {
	today: [0, 1],
	tomorrow: [1, 1],
	days: [0, 3],
	week: [0, 7],
	flexible: [0, 14]
};

const urgencyOf: Record<Exclude<When, 'date'>, Urgency> = {
	today: 'today',
	tomorrow: 'days',
	days: 'days',
	week: 'week',
	flexible: 'flexible'
};

/** What was chosen on the screen that asks when. */
export interface Wish {
	when: When;
	part: DayPart;
	/** Only with `date`. */
	date?: Day;
}

/**
 * The spans in which help may happen: the chosen part of each chosen day that leaves time for it, from now on.
 * @param today the local day of `now`
 * @param minutes how long the help takes; a window shorter than that is none
 * @returns windows in order; empty when the wish lies in the past or today is too late for it
 */
export function windowsFor(wish: Wish, today: Day, now: Date, minutes: number, zone: string): Span[] {
	const [first, count] = wish.when === 'date' ? [0, 1] : daysOf[wish.when];
	const start = wish.when === 'date' ? wish.date : addDays(today, first);
	if (!start) return [];
	const [from, to] = partClocks[wish.part];
	return Array.from({ length: count }, (_, at) => addDays(start, at))
		.map((day) => ({ start: later(instantAt(day, from, zone), now), end: instantAt(day, to, zone) }))
		.filter((span) => span.end.getTime() - span.start.getTime() >= minutes * 60_000);
}

function later(a: Date, b: Date): Date {
	return a > b ? a : b;
}

/** How urgent a wish is. A date of its own is as urgent as it is near. */
export function urgencyFor(wish: Wish, today: Day): Urgency {
	if (wish.when !== 'date') return urgencyOf[wish.when];
	if (!wish.date || wish.date <= today) return 'today';
	if (wish.date <= addDays(today, 2)) return 'days';
	return wish.date <= addDays(today, 6) ? 'week' : 'flexible';
}
