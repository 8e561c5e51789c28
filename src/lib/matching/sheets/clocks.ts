import type { RowError } from '#lib/imports/read-row.ts';
import type { Mapping } from '#lib/imports/mapping.ts';
import type { Sheet } from '#lib/imports/sheet.ts';
import type { RequestLine } from './fields.ts';

const clock = /(?:T|\s)\s*(\d{1,2})\s*[:时点]\s*(\d{2})?/i;

/**
 * Whether a request ends on the day on which it starts, but earlier: its days alone do not tell.
 * @param row number of the row, from 1
 */
export function endsTooEarly(
	row: number,
	{ fromDay, toDay }: RequestLine,
	{ columns, rows }: Sheet,
	{ fields }: Mapping
): RowError | null {
	if (fromDay === null || fromDay !== toDay) return null;
	const cell = (key: string) => rows[row - 1]?.[columns.indexOf(fields[key]?.column ?? '')] ?? '';
	const from = minuteIn(cell('fromDay'));
	const to = minuteIn(cell('toDay'));
	if (from === null || to === null || to >= from) return null;
	return { field: 'toDay', code: 'ends_before_start', params: { value: cell('toDay') } };
}

function minuteIn(cell: string): number | null {
	const found = clock.exec(cell.normalize('NFKC'));
	return found && Number(found[1]) * 60 + Number(found[2] ?? 0);
}
