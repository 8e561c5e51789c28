import { addDays, dayOf, type Day, type Span } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { duringOn } from './during.ts';
import { datesOf, repeatOf } from './recurrence.ts';

/** So many local days ahead the dates of a series are written down. */
export const windowDays = 63;
/** So many days ahead something may be planned or moved to. */
export const farthestDays = 400;

/** When an activity is, before its dates are written. */
export interface Dated {
	rule: string | null;
	firstDay: Day;
	/** Minute of the local day, and how long. */
	startMinute: number;
	minutes: number;
}

/** The dates that an activity has by a local day and that have not begun, in order. */
export function datesAheadOf(one: Dated, until: Day, { now, zone }: Here): Span[] {
	return datesOf(one.rule, one.firstDay, dayOf(now, zone), until)
		.map((day) => duringOn(one, day, zone))
		.filter(({ start }) => start > now);
}

/** The last local day of which publishing writes the dates: of what begins later, that of the first one. */
export function lastWritten(one: Dated, today: Day): Day {
	if (one.rule === null) return one.firstDay;
	const window = addDays(today, windowDays);
	const [first = window] = datesOf(one.rule, one.firstDay, one.firstDay, addDays(one.firstDay, farthestDays));
	return first > window ? first : window;
}

/** The last local day on which an activity may be; null where it goes on. */
export function lastDayOf({ rule, firstDay }: Pick<Dated, 'rule' | 'firstDay'>): Day | null {
	if (rule === null) return firstDay;
	const end = repeatOf(rule)?.end;
	return end && 'until' in end ? end.until : null;
}
