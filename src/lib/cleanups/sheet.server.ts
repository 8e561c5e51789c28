import { m } from '#lib/paraglide/messages.js';
import { sheetOf, type SheetColumn } from '#lib/records/sheet.server.ts';
import type { CleanupReport, ReportLine } from './report.server.ts';

interface Line extends ReportLine {
	kind: string;
	buildings?: string;
}

const columns: readonly SheetColumn<Line>[] = [
	{ head: m.cleanups_col_kind, width: 14, value: ({ kind }) => kind },
	{ head: m.cleanups_col_name, width: 24, value: ({ name }) => name },
	{ head: m.cleanups_col_buildings, width: 40, value: ({ buildings }) => buildings ?? null },
	{ head: m.cleanups_col_wanted, width: 10, value: ({ wanted }) => wanted },
	{ head: m.cleanups_col_came, width: 10, value: ({ came }) => came },
	{ head: m.cleanups_col_short, width: 10, value: ({ short }) => short },
	{ head: m.cleanups_col_minutes, width: 12, value: ({ minutes }) => minutes }
];

/** The figures of a day as .xlsx: its areas, then who sent people. */
export function reportSheet({ areas, teams }: CleanupReport): Promise<Uint8Array<ArrayBuffer>> {
	return sheetOf(columns, [
		...areas.map((line) => ({ ...line, kind: m.cleanups_area() })),
		...teams.map((line) => ({ ...line, kind: m.cleanups_team() }))
	]);
}
