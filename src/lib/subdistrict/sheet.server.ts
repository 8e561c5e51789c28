import { m } from '#lib/paraglide/messages.js';
import { sheetOf, type SheetColumn } from '#lib/records/sheet.server.ts';
import type { ReportRow } from './report.server.ts';

const columns: readonly SheetColumn<ReportRow>[] = [
	{ head: m.subdistrict_col_community, width: 16, value: ({ name }) => name },
	{ head: m.pairings_figure_approved, width: 10, value: ({ pairs }) => pairs },
	{ head: m.pairings_figure_accepted, width: 10, value: ({ accepted }) => accepted },
	{ head: m.pairings_figure_met, width: 12, value: ({ met }) => met },
	{ head: m.pairings_figure_going_on, width: 14, value: ({ goingOn }) => goingOn },
	{ head: m.pairings_col_kept, width: 10, value: ({ kept }) => kept },
	{ head: m.pairings_col_missed, width: 10, value: ({ missed }) => missed },
	{ head: m.subdistrict_col_share, width: 12, value: ({ share }) => share },
	{ head: m.pairings_col_minutes, width: 12, value: ({ minutes }) => minutes },
	{ head: m.pairings_col_stars, width: 10, value: ({ mean }) => mean }
];

/** What came of a joint campaign, community by community, as .xlsx in the reader's language. */
export function reportSheet(rows: readonly ReportRow[]): Promise<Uint8Array<ArrayBuffer>> {
	return sheetOf(columns, rows);
}
