import type { FreeHours } from '#lib/matching/matching.ts';
import { instantAt, minute, overlaps, weekdayOf, type Clock, type Day, type Span } from '#lib/shared/time.ts';
import { daytime } from './hours.ts';

/** What a visit has to fit into. */
export interface Fitting {
	/** Minute of the day that was agreed on. */
	wished: number;
	minutes: number;
	/** When the member is usually free. */
	free: readonly FreeHours[];
	/** Days on which the member is away, both ends included. */
	absences: readonly { from: Day; to: Day }[];
	/** What the member has promised already. */
	busy: readonly Span[];
	zone: string;
}

const step = 30;

/** `HH:MM` of a minute of the day. */
export function clockAt(minuteOfDay: number): Clock {
	const two = (value: number) => String(value).padStart(2, '0');
	return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

/** The minute of the day of `HH:MM`. */
export function minuteOfClock(clock: Clock): number {
	return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

/**
 * When a visit can be on a day: at the agreed hour, else at the nearest half hour at which the member is usually free
 * and has promised nothing else; null where the day has none.
 */
export function visitSpan(on: Day, fitting: Fitting): Span | null {
	const { wished, minutes, absences, busy, zone } = fitting;
	if (absences.some(({ from, to }) => from <= on && on <= to)) return null;
	for (const at of [wished, ...otherStarts(on, fitting)]) {
		const start = instantAt(on, clockAt(at), zone);
		const span = { start, end: new Date(start.getTime() + minutes * minute) };
		if (!busy.some((one) => overlaps(one, span))) return span;
	}
	return null;
}

/** Other half hours by day within the free hours, the nearest first. */
function otherStarts(on: Day, { wished, minutes, free }: Fitting): number[] {
	const weekday = weekdayOf(on);
	const starts: number[] = [];
	for (let at = daytime.from; at + minutes <= daytime.to; at += step) {
		const fits = free.some((one) => one.weekday === weekday && one.from <= at && at + minutes <= one.to);
		if (fits && at !== wished) starts.push(at);
	}
	return starts.sort((a, b) => Math.abs(a - wished) - Math.abs(b - wished) || a - b);
}
