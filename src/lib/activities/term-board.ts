import { sayHeading } from '#lib/hours/words.ts';
import { clockAt } from '#lib/pairings/visit-start.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Day } from '#lib/shared/time.ts';
import { monthState, type Quarter } from './quarter.ts';
import type { TermContext } from './term-conflicts.ts';
import { weeksOf, type TermWeek } from './term-dates.ts';
import type { BoardLine, LineDate } from './term-lines.ts';
import { dayRemediesOf, remediesOf } from './term-remedies.ts';
import type {
	CellState,
	ChangedDayView,
	RowOrigin,
	TermDateView,
	TermMonthView,
	TermRowView,
	TermWeekView
} from './term-view.ts';
import {
	clockWords,
	remedyView,
	sayDays,
	stateWords,
	troubleWords,
	whenWords,
	type TermNames
} from './term-words.ts';
import type { TermRow } from './term.ts';
import { kindLooks } from './words.ts';

/** What words of a board are made with. */
export interface BoardNames extends TermNames {
	today: Day;
	/** The name of an activity in the reader's language. */
	nameOf: (line: BoardLine) => string;
	/** Leaders are named. */
	planner: boolean;
	/** Public holidays by their names. */
	holidays: ReadonlyMap<Day, string>;
}

/** The board of a quarter: its weeks, its rows, and the same by month. */
export function boardOf(
	quarter: Quarter,
	lines: readonly BoardLine[],
	context: TermContext,
	names: BoardNames
): { weeks: TermWeekView[]; rows: TermRowView[]; months: TermMonthView[] } {
	const weeks = weeksOf(quarter);
	return {
		weeks: weeks.map((week) => weekView(week, names)),
		rows: lines.map((line) => rowView(line, weeks, context, names)),
		months: quarter.months.map((month) => monthView(month, lines, names))
	};
}

const numberOf = (day: Day) => String(Number(day.slice(8)));

/** The short name of a month: 1月, Jan. */
function monthName(month: string): string {
	const format = new Intl.DateTimeFormat(getLocale(), { month: 'short', timeZone: 'UTC' });
	return format.format(new Date(`${month}-01T00:00:00Z`));
}

function weekView({ from, to }: TermWeek, { holidays }: BoardNames): TermWeekView {
	const names = [...holidays].filter(([day]) => from <= day && day <= to).map(([, name]) => name);
	return {
		from,
		days: from === to ? numberOf(from) : `${numberOf(from)}–${numberOf(to)}`,
		month: monthName(from.slice(0, 7)),
		holidays: names.length > 0 ? [...new Set(names)].join(m.hours_comma()) : null
	};
}

function rowView(line: BoardLine, weeks: TermWeek[], context: TermContext, names: BoardNames): TermRowView {
	const { row, conflicts, dates, origin } = line;
	const draft = origin === 'draft';
	const { id, kind, seats } = row;
	const days = dates.filter(({ state }) => state !== 'out').map(({ day }) => day);
	const remedies = draft ? remediesOf({ row, days }, conflicts, context) : [];
	const byDay = draft ? dayRemediesOf({ row, days }, conflicts, context) : [];
	const count = dates.filter(({ state }) => takesPlace(state)).length;
	return {
		...{ id, ...kindLooks[kind], draft, label: labels[origin]?.() ?? null },
		name: names.nameOf(line),
		when: whenWords(row),
		where: whereOf(row, row, names),
		leader: names.planner ? names.leader(row.ledBy) : null,
		seats: seats === null ? null : m.term_seats({ count: seats }),
		count: m.term_dates({ count }),
		cells: weeks.map(({ from, to }) =>
			dates
				.filter(({ day }) => from <= day && day <= to)
				.map(({ day, state }) => ({
					...{ day, state, number: numberOf(day), month: String(Number(day.slice(5, 7))) },
					words: m.term_cell({ day: sayHeading(day), state: stateWords(state) })
				}))
		),
		troubles: troubleWords(row, conflicts, names),
		remedies: remedies.map((remedy) => remedyView(row, remedy, names)),
		byDay: byDay.map((one) => ({
			day: one.day,
			words: m.term_mend_on({ day: sayDays([one.day]) }),
			remedies: one.remedies.map((remedy) => remedyView(row, remedy, names))
		})),
		changed: dates.flatMap((date) => changedDay(line, date, names) ?? [])
	};
}

/** Null for a date that is at the hour and in the room of its row, and for one that does not take place. */
function changedDay(
	{ row, origin }: BoardLine,
	{ day, startMinute, venueId, state }: LineDate,
	names: BoardNames
): ChangedDayView | null {
	const changed = startMinute !== row.startMinute || venueId !== row.venueId;
	if (!changed || !takesPlace(state)) return null;
	const hours = clockWords({ ...row, startMinute });
	const words = m.term_changed_day({
		day: sayDays([day]),
		when: [hours, whereOf(row, { venueId }, names)].filter(Boolean).join(' ')
	});
	const usual = origin === 'draft' ? remedyView(row, { by: 'usual', on: day }, names) : null;
	return { day, words, usual };
}

const labels: Partial<Record<RowOrigin, () => string>> = { added: m.term_added, standing: m.term_running };

const whereOf = (
	{ place }: Pick<TermRow, 'place'>,
	{ venueId }: Pick<TermRow, 'venueId'>,
	{ venue }: BoardNames
) => (venueId ? venue(venueId) : (place ?? ''));

/** True for a date that is held or to come. */
export function takesPlace(state: CellState): boolean {
	return state !== 'out' && state !== 'cancelled';
}

function monthView(month: string, lines: readonly BoardLine[], names: BoardNames): TermMonthView {
	const dates = lines
		.flatMap((line) => line.dates.map((date) => dateView(line, date, names)))
		.filter(({ day, state }) => day.startsWith(month) && state !== 'out')
		.sort((a, b) => `${a.day} ${a.clock}`.localeCompare(`${b.day} ${b.clock}`));
	const count = dates.filter(({ state }) => takesPlace(state)).length;
	const state = monthState({ held: 0, ahead: count }, month, names.today);
	return { month, name: monthName(month), state, dates, count };
}

function dateView(
	line: BoardLine,
	{ day, startMinute, venueId, state }: LineDate,
	names: BoardNames
): TermDateView {
	const { id, minutes, ledBy, seats } = line.row;
	return {
		...{ key: `${id} ${day} ${startMinute}`, day, state },
		clock: clockAt(startMinute),
		date: sayHeading(day),
		time: clockWords({ startMinute, minutes }),
		name: names.nameOf(line),
		where: whereOf(line.row, { venueId }, names),
		leader: names.planner ? names.leader(ledBy) : null,
		seats
	};
}
