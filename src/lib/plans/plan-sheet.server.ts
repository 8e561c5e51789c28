import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { neutralCell } from '#lib/imports/cell.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PairLine, UnfilledLine } from './plan-lines.ts';

type Cell = string | number;

const pairColumns: readonly { head: () => string; width: number; value: (line: PairLine) => Cell }[] = [
	{ head: m.plans_sheet_when, width: 20, value: ({ when }) => when },
	{ head: m.plans_col_request, width: 24, value: ({ item }) => item.title },
	{ head: m.desk_col_place, width: 30, value: ({ item }) => item.line },
	{ head: m.plans_col_volunteer, width: 12, value: ({ name }) => name },
	{ head: m.plans_col_why, width: 60, value: ({ why }) => why },
	{ head: m.plans_col_cost, width: 14, value: ({ cost }) => cost },
	{ head: m.plans_col_second, width: 12, value: ({ second }) => second?.name ?? '' }
];

const unfilledColumns: readonly { head: () => string; width: number; value: (line: UnfilledLine) => Cell }[] =
	[
		{ head: m.plans_col_request, width: 24, value: ({ item }) => item.title },
		{ head: m.desk_col_place, width: 30, value: ({ item }) => item.line },
		{ head: m.plans_sheet_missing, width: 12, value: ({ missing }) => missing },
		{
			head: m.plans_sheet_stopped,
			width: 40,
			value: ({ eligible, stopped }) =>
				eligible > 0 ? m.plans_unfilled_eligible({ count: eligible }) : stopped
		},
		{ head: m.plans_sheet_relax, width: 50, value: ({ relaxations }) => relaxations.join(' · ') }
	];

/** A plan as .xlsx in the reader's language: who helps whom, and what has nobody. No cell is taken for a formula. */
export async function planSheet(
	lines: readonly PairLine[],
	unfilled: readonly UnfilledLine[]
): Promise<Uint8Array<ArrayBuffer>> {
	const sheets = [
		{ sheet: m.plans_sheet_pairs(), ...sheetOf(pairColumns, lines) },
		{ sheet: m.plans_sheet_unfilled(), ...sheetOf(unfilledColumns, unfilled) }
	];
	return new Uint8Array(await writeExcelFile(sheets).toBuffer());
}

function sheetOf<Line>(
	columns: readonly { head: () => string; width: number; value: (line: Line) => Cell }[],
	lines: readonly Line[]
) {
	const data: SheetData = [
		columns.map(({ head }) => ({ value: head(), type: String, fontWeight: 'bold' as const })),
		...lines.map((line) => columns.map(({ value }) => cellOf(value(line))))
	];
	return { data, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 };
}

function cellOf(value: Cell) {
	return typeof value === 'number' ? { value, type: Number } : { value: neutralCell(value), type: String };
}
