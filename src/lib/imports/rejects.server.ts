import Papa from 'papaparse';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { m } from '#lib/paraglide/messages.js';
import { neutralCell } from './cell.ts';
import type { BadRow } from './read-rows.ts';
import type { Field, Locale } from './target.ts';
import { rowErrorWords } from './words.ts';

/** The longest text that a cell of the format holds. */
const cellMost = 32_767;

/** The rows that were not imported, the reasons before each in the reader's language, as .xlsx. */
export async function rejectsSheet(
	columns: readonly string[],
	bad: readonly BadRow[],
	fields: readonly Field[],
	locale: Locale
): Promise<Uint8Array> {
	return workbook(rejectedCells(columns, bad, fields, locale));
}

/** The same as CSV: UTF-8 with the byte order mark without which spreadsheets garble Chinese. */
export function rejectsCsv(
	columns: readonly string[],
	bad: readonly BadRow[],
	fields: readonly Field[],
	locale: Locale
): string {
	return `\ufeff${Papa.unparse(rejectedCells(columns, bad, fields, locale))}\r\n`;
}

/** An empty sheet to fill in, as .xlsx: the fields as columns in the reader's language and one example row. */
export async function blankSheet(fields: readonly Field[], locale: Locale): Promise<Uint8Array> {
	const header = fields.map(({ label }) => label({}, { locale }));
	const example = fields.map(({ example }) => example({}, { locale }));
	return workbook([header, example].map((row) => row.map(neutralCell)));
}

function rejectedCells(
	columns: readonly string[],
	bad: readonly BadRow[],
	fields: readonly Field[],
	locale: Locale
): string[][] {
	const between = locale === 'en' ? '; ' : '；';
	const header = [m.imports_reason({}, { locale }), ...columns];
	const rows = bad.map(({ cells, errors }) => [
		errors.map((error) => rowErrorWords(error, fields, locale)).join(between),
		...cells
	]);
	return [header, ...rows].map((row) => row.map(neutralCell));
}

async function workbook([header = [], ...rows]: string[][]): Promise<Uint8Array> {
	const cell = (text: string) => (text === '' ? null : { value: text.slice(0, cellMost), type: String });
	const data: SheetData = [
		header.map((text) => ({ value: text, type: String, fontWeight: 'bold' as const })),
		...rows.map((row) => row.map(cell))
	];
	const columns = header.map((text) => ({ width: Math.min(40, Math.max(12, text.length * 2 + 2)) }));
	return writeExcelFile(data, { columns, stickyRowsCount: 1 }).toBuffer();
}
