import { themeName } from '#lib/groups/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { sheetOf, type SheetColumn } from '#lib/records/sheet.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { DeskActivity } from './list-queries.server.ts';
import type { RollRow } from './roll-page.server.ts';
import type { TermDateView } from './term-view.ts';
import { stateWords } from './term-words.ts';
import { kindWords, nameOf } from './words.ts';

const rollColumns: readonly SheetColumn<RollRow>[] = [
	{ head: m.activities_col_name, width: 14, value: ({ name }) => name },
	{ head: m.activities_col_companions, width: 10, value: ({ companions }) => companions },
	{ head: m.activities_col_state, width: 16, value: ({ state }) => state.words }
];

/** The list of a date as .xlsx. */
export function rollSheet(rows: readonly RollRow[]): Promise<Uint8Array<ArrayBuffer>> {
	return sheetOf(rollColumns, [...rows]);
}

/** All activities with their figures as .xlsx. */
export function activitiesSheet(
	rows: readonly DeskActivity[],
	zone: string
): Promise<Uint8Array<ArrayBuffer>> {
	const columns: readonly SheetColumn<DeskActivity>[] = [
		{ head: m.activities_col_activity, width: 24, value: ({ activity }) => nameOf(activity) },
		{ head: m.activities_col_group, width: 20, value: ({ group }) => (group ? nameOf(group) : '') },
		{ head: m.activities_kind, width: 12, value: ({ activity }) => kindWords(activity.kind) },
		{ head: m.activities_theme, width: 12, value: ({ activity }) => themeName(activity.theme) },
		{ head: m.activities_col_next, width: 14, value: ({ next }) => (next ? dayOf(next, zone) : '') },
		{ head: m.activities_col_held, width: 10, value: ({ held }) => held },
		{ head: m.activities_col_left, width: 10, value: ({ left }) => left },
		{ head: m.activities_col_cancelled, width: 10, value: ({ cancelled }) => cancelled },
		{ head: m.activities_col_signed, width: 10, value: ({ signed }) => signed },
		{ head: m.activities_col_waiting, width: 10, value: ({ waiting }) => waiting },
		{ head: m.activities_col_came, width: 10, value: ({ came }) => came }
	];
	return sheetOf(columns, [...rows]);
}

const termColumns: readonly SheetColumn<TermDateView>[] = [
	{ head: m.term_col_day, width: 14, value: ({ day }) => day },
	{ head: m.term_col_time, width: 16, value: ({ time }) => time },
	{ head: m.term_row, width: 24, value: ({ name }) => name },
	{ head: m.term_col_where, width: 20, value: ({ where }) => where },
	{ head: m.term_col_leader, width: 12, value: ({ leader }) => leader },
	{ head: m.term_col_seats, width: 10, value: ({ seats }) => seats },
	{ head: m.term_col_state, width: 10, value: ({ state }) => stateWords(state) }
];

/** The dates of a group's quarter as .xlsx. */
export function termSheet(dates: readonly TermDateView[]): Promise<Uint8Array<ArrayBuffer>> {
	return sheetOf(termColumns, dates);
}
