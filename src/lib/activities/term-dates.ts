import { addDays, weekdayOf, type Day } from '#lib/shared/time.ts';
import type { Quarter } from './quarter.ts';
import { datesOf } from './recurrence.ts';
import type { TermRow } from './term.ts';

/** A week of a quarter: the first and the last may be cut by it. */
export interface TermWeek {
	from: Day;
	to: Day;
}

/** The weeks of a quarter, from Monday on. */
export function weeksOf({ from, to }: Pick<Quarter, 'from' | 'to'>): TermWeek[] {
	const weeks: TermWeek[] = [];
	for (let day = from; day <= to; day = addDays(weeks.at(-1)!.to, 1)) {
		const sunday = addDays(day, (7 - weekdayOf(day)) % 7);
		weeks.push({ from: day, to: sunday < to ? sunday : to });
	}
	return weeks;
}

type Dated = Pick<TermRow, 'rule' | 'firstDay' | 'lastDay' | 'except'>;

/** All days that the rule of a row names, those left out too, in order. */
export function ruleDaysOf({ rule, firstDay, lastDay }: Dated): Day[] {
	return datesOf(rule, firstDay, firstDay, lastDay);
}

/** The days on which a row of a plan takes place, in order. */
export function datesOfRow(row: Dated): Day[] {
	return ruleDaysOf(row).filter((day) => !row.except.includes(day));
}

/** A row as it is on one day: its own self where that day is as usual. */
export function rowOn<T extends Pick<TermRow, 'changes' | 'startMinute' | 'venueId'>>(row: T, day: Day): T {
	const change = row.changes?.find((one) => one.day === day);
	const { startMinute = row.startMinute, venueId = row.venueId } = change ?? {};
	const usual = startMinute === row.startMinute && venueId === row.venueId;
	return usual ? row : { ...row, startMinute, venueId };
}

/** The months of a quarter in which nothing is. */
export function emptyMonths({ months }: Pick<Quarter, 'months'>, days: readonly Day[]): string[] {
	return months.filter((month) => !days.some((day) => day.startsWith(month)));
}

/** How many weeks of a quarter have nothing. */
export function emptyWeeks(quarter: Pick<Quarter, 'from' | 'to'>, days: readonly Day[]): number {
	return weeksOf(quarter).filter(({ from, to }) => !days.some((day) => from <= day && day <= to)).length;
}
