import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { neutralCell } from '#lib/imports/cell.ts';
import { m } from '#lib/paraglide/messages.js';
import type { LedgerRow } from './ledger.server.ts';

/** A column of a sheet: its heading, its width in characters, and what stands in it. */
export interface SheetColumn<Row> {
	head: () => string;
	width: number;
	value: (row: Row) => string | number | null;
}

const columns: readonly SheetColumn<LedgerRow>[] = [
	{ head: m.desk_col_day, width: 12, value: ({ day }) => day },
	{ head: m.desk_col_need, width: 20, value: ({ need }) => need },
	{ head: m.desk_col_volunteer, width: 12, value: ({ doer }) => doer },
	{ head: m.desk_col_helped, width: 12, value: ({ helped }) => helped },
	{ head: m.desk_col_place, width: 16, value: ({ place }) => place },
	{ head: m.desk_col_minutes_sheet, width: 10, value: ({ minutes }) => minutes },
	{ head: m.desk_col_served, width: 10, value: ({ served }) => served },
	{ head: m.desk_col_rating, width: 10, value: ({ rating }) => rating },
	{ head: m.desk_col_confirmed, width: 14, value: ({ confirmed }) => confirmed }
];

/** The ledger as .xlsx, in the reader's language. */
export function ledgerSheet(rows: readonly LedgerRow[]): Promise<Uint8Array<ArrayBuffer>> {
	return sheetOf(columns, rows);
}

/** Rows as .xlsx, in the reader's language. No cell is taken for a formula. */
export async function sheetOf<Row>(
	columns: readonly SheetColumn<Row>[],
	rows: readonly Row[]
): Promise<Uint8Array<ArrayBuffer>> {
	const data: SheetData = [
		columns.map(({ head }) => ({ value: head(), type: String, fontWeight: 'bold' as const })),
		...rows.map((row) => columns.map(({ value }) => cellOf(value(row))))
	];
	const sheet = await writeExcelFile(data, {
		columns: columns.map(({ width }) => ({ width })),
		stickyRowsCount: 1
	}).toBuffer();
	return new Uint8Array(sheet);
}

function cellOf(value: string | number | null) {
	if (value === null || value === '') return null;
	if (typeof value === 'number') return { value, type: Number };
	return { value: neutralCell(value), type: String };
}
