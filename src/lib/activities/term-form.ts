import { clockAt } from '#lib/pairings/visit-start.ts';
import type { Day } from '#lib/shared/time.ts';
import type { ActivityKind } from './activities.ts';
import { repeatValues, saidRepeat, type FormValues, type RepeatKind } from './form.ts';
import type { Quarter } from './quarter.ts';
import { datesOf, repeatOf, ruleOf } from './recurrence.ts';
import type { TermRow } from './term.ts';
import { ruleDaysOf } from './term-dates.ts';

/** A row of a plan as its form says it. */
export interface SaidRow {
	name: string;
	nameEn: string | null;
	kind: ActivityKind;
	repeat: RepeatKind;
	weekdays: readonly string[];
	interval: number | null;
	/** The day of a single date, the first of a month's; a weekly row may do without. */
	date: Day | null;
	until: Day | null;
	/** Minutes of the local day. */
	start: number;
	end: number;
	venue: string | null;
	place: string | null;
	seats: number | null;
	leader: string;
	/** Public holidays are left out. */
	holidays: boolean;
}

/** When a row may be. */
export interface TermLimits {
	quarter: Quarter;
	today: Day;
	/** Public holidays. */
	holidays: ReadonlySet<Day>;
}

/** A row without what the form does not ask; or which field is wrong. */
export function saidRow(
	said: SaidRow,
	limits: TermLimits
): Omit<TermRow, 'id' | 'like'> | { wrong: 'date' | 'until' | 'end' | 'weekdays' } {
	const [first, last] = spanOf(limits);
	const inside = (day: Day | null) => day === null || (first <= day && day <= last);
	if (said.repeat === 'week' && said.weekdays.length === 0 && said.date === null)
		return { wrong: 'weekdays' };
	const needsDay = said.repeat !== 'week';
	if (!inside(said.date) || (needsDay && said.date === null)) return { wrong: 'date' };
	if (!inside(said.until)) return { wrong: 'until' };
	if (said.end - said.start < 10) return { wrong: 'end' };
	const when = whenOf(said, limits);
	if (!when) return { wrong: said.until === null ? 'date' : 'until' };
	const { name, nameEn, kind, start: startMinute, end, venue: venueId, place, seats, leader: ledBy } = said;
	const days = ruleDaysOf({ ...when, except: [] });
	const except = said.holidays && days.length > 1 ? days.filter((day) => limits.holidays.has(day)) : [];
	return {
		...{ name, nameEn: nameEn ?? '', kind, ...when, except, startMinute, minutes: end - startMinute },
		...{ venueId, place: venueId ? null : place, seats, ledBy }
	};
}

/** The first and the last day of a quarter on which something can still be planned. */
export function spanOf({ quarter, today }: Pick<TermLimits, 'quarter' | 'today'>): [Day, Day] {
	return [quarter.from < today ? today : quarter.from, quarter.to];
}

function whenOf(said: SaidRow, limits: TermLimits): Pick<TermRow, 'rule' | 'firstDay' | 'lastDay'> | null {
	const [first, last] = spanOf(limits);
	const from = said.date ?? first;
	const repeat = saidRepeat({ ...said, firstDay: from, until: null });
	if (repeat === null) return { rule: null, firstDay: from, lastDay: from };
	const rule = ruleOf(repeat);
	const lastDay = said.until ?? last;
	// every second week is counted from that of the first date
	const firstDay = datesOf(ruleOf({ ...repeat, interval: 1 }), from, from, lastDay)[0];
	return firstDay ? { rule, firstDay, lastDay } : null;
}

/** The fields of a new row. */
export function newRowValues(kind: ActivityKind, leader: string): FormValues {
	return { kind, leader, repeat: 'week', interval: '1', start: '14:00', end: '15:30', holidays: true };
}

/** The fields of a row as it stands. */
export function rowValues(row: TermRow, { quarter }: Pick<TermLimits, 'quarter'>, kept: boolean): FormValues {
	const repeat = row.rule === null ? null : repeatOf(row.rule);
	return {
		...repeatValues(repeat),
		...{ name: row.name, nameEn: row.nameEn ?? '', kind: row.kind, leader: row.ledBy, date: row.firstDay },
		until: row.rule !== null && row.lastDay < quarter.to ? row.lastDay : '',
		...{ start: clockAt(row.startMinute), end: clockAt(row.startMinute + row.minutes) },
		...{ venue: row.venueId ?? '', place: row.place ?? '', seats: String(row.seats ?? '') },
		holidays: kept
	};
}
