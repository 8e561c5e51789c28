import Papa from 'papaparse';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { neutralCell } from '#lib/imports/cell.ts';
import type { Cell, Table } from './tables.ts';

/** The longest text that a cell of the format holds. */
const cellMost = 32_767;

/** Tables as the sheets of one .xlsx. No cell is taken for a formula. */
export async function workbookOf(tables: readonly Table[]): Promise<Uint8Array> {
	return writeExcelFile(
		tables.map(({ name, head, rows }) => ({
			sheet: name,
			data: [head.map(headCell), ...rows.map((row) => row.map(cellOf))] satisfies SheetData,
			columns: head.map((text) => ({ width: Math.min(60, Math.max(14, text.length * 2 + 2)) })),
			stickyRowsCount: 1
		}))
	).toBuffer();
}

/** A table as CSV: UTF-8 with the byte order mark without which spreadsheets garble Chinese. */
export function csvOf({ head, rows }: Table): string {
	const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? neutralCell(cell) : cell)));
	return `\ufeff${Papa.unparse([head, ...cells])}\r\n`;
}

function headCell(text: string) {
	return { value: text, type: String, fontWeight: 'bold' as const };
}

function cellOf(value: Cell) {
	if (value === null || value === '') return null;
	if (typeof value === 'number') return { value, type: Number };
	return { value: neutralCell(value).slice(0, cellMost), type: String };
}
