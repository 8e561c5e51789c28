import { m } from '#lib/paraglide/messages.js';
import { sheetOf, type SheetColumn } from '#lib/records/sheet.server.ts';
import type { OutOfHoursReport, ReportLine } from './out-of-hours.server.ts';

interface Row extends ReportLine {
	by: string;
}

const columns: readonly SheetColumn<Row>[] = [
	{ head: m.hall_col_by, width: 10, value: ({ by }) => by },
	{ head: m.hall_col_name, width: 26, value: ({ name }) => name },
	{ head: m.hall_col_visits, width: 12, value: ({ visits }) => visits },
	{ head: m.hall_col_outside_visits, width: 16, value: ({ outsideVisits }) => outsideVisits },
	{ head: m.hall_col_minutes, width: 12, value: ({ minutes }) => minutes },
	{ head: m.hall_col_outside_minutes_sheet, width: 18, value: ({ outsideMinutes }) => outsideMinutes }
];

/** The report as .xlsx: the weeks, then services, then desks, and what it adds up to. */
export function outOfHoursSheet(report: OutOfHoursReport): Promise<Uint8Array<ArrayBuffer>> {
	const under = (by: string, lines: readonly ReportLine[]): Row[] => lines.map((line) => ({ ...line, by }));
	return sheetOf(columns, [
		...under(m.hall_by_week(), report.weeks),
		...under(m.hall_by_service(), report.services),
		...under(m.hall_by_desk(), report.desks),
		{ ...report.total, by: m.hall_total(), name: '' }
	]);
}
