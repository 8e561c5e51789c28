import { readSheet } from 'read-excel-file/node';
import { AppError } from '#lib/shared/errors.ts';
import { sheetLimits } from './sheet.ts';
import { unzip, zipEntries, zipStored } from './zip.server.ts';

/** All parts of a workbook that are read, unpacked. */
const unpackedMost = 150 * 2 ** 20;
/** Cells that the reader may have to lay out, gaps included. */
const cellsMost = 5_000_000;
/** Rows that a sheet of this format can have. */
const rowsOfFormat = 1_048_576;

/** Parts that hold cells, their words and their formats; pictures, charts, pivots and links are never unpacked. */
const needed =
	/^xl\/(?!pivot|external|drawings|charts|media|comments|threaded|persons)[^.]*\.xml(?:\.rels)?$/i;

const rowOrCell = /<(?:[\w.-]+:)?(row|c)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/g;
const anyReference = /[\s:]r\s*=/g;
const reference = /[\s:]r\s*=\s*["']([A-Z]{0,3})(\d{1,7})["']/;

/**
 * The cells of the first sheet of a workbook (.xlsx) that has any, as text: dates as ISO days, formulas as the result
 * that was saved with them, never evaluated.
 *
 * The library allocates what the archive's headers and the cells' addresses claim. So the archive is unpacked here
 * under a limit, the addresses are looked over, and the library gets a plain archive of what was looked at.
 * @throws AppError `invalid` with `sheet_macros`, `sheet_old_format`, `sheet_not_a_sheet`, `sheet_password`,
 * `sheet_unpacks_too_big`, `sheet_too_many_rows`, `sheet_damaged`
 */
export async function readXlsx(bytes: Uint8Array, fileName: string): Promise<string[][]> {
	const entries = zipEntries(bytes);
	const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name));
	if (has(/vbaProject\.bin$/i)) throw new AppError('invalid', 'sheet_macros');
	if (has(/^xl\/workbook\.bin$/i)) throw new AppError('invalid', 'sheet_old_format', { file: fileName });
	if (!has(/^xl\/workbook\.xml$/i)) throw new AppError('invalid', 'sheet_not_a_sheet', { file: fileName });
	const parts = entries.filter(({ name }) => needed.test(name));
	if (parts.some(({ encrypted }) => encrypted)) throw new AppError('invalid', 'sheet_password');

	const files = await unzip(bytes, parts, unpackedMost);
	for (const [, xml] of files) refuseGaps(xml);
	return (await firstFilled(zipStored(files))).map((row) => row.map(cellText));
}

/** Refuses a sheet whose addresses would have the reader lay out millions of empty cells. */
function refuseGaps(xml: Uint8Array): void {
	const text = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).toString('latin1');
	if (!text.includes('sheetData')) return;
	if (text.includes('<!')) throw damaged();
	let rows = 0;
	let columns = 0;
	let row = 0;
	for (const [, tag, attributes = ''] of text.matchAll(rowOrCell)) {
		const [, letters = '', digits = ''] = reference.exec(attributes) ?? [];
		const references = attributes.match(anyReference)?.length ?? 0;
		const at = Number(digits);
		if (references > 1 || (references === 1 && digits === '') || at > rowsOfFormat) throw damaged();
		if (tag === 'row') row = at;
		else if (!attributes.endsWith('/')) {
			rows = Math.max(rows, row, at);
			columns = Math.max(columns, columnNumber(letters));
		}
	}
	if (rows * columns > cellsMost)
		throw new AppError('invalid', 'sheet_too_many_rows', { most: sheetLimits.rows });
}

/** `A` is 1, `AA` 27. */
function columnNumber(letters: string): number {
	return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

async function firstFilled(workbook: Buffer): Promise<unknown[][]> {
	for (let number = 1; ; number++) {
		try {
			const cells = await readSheet(workbook, number, { parseNumber: plainNumber });
			if (cells.length > 0) return cells;
		} catch (error) {
			if (number > 1 && error instanceof Error && error.name === 'SheetNotFoundError') return [];
			throw damaged();
		}
	}
}

/** The 15 digits that a spreadsheet shows of a number: telephone numbers without an exponent, 0.1 + 0.2 as 0.3. */
function plainNumber(text: string): string {
	const number = Number(text);
	return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : text;
}

function cellText(value: unknown): string {
	if (value instanceof Date) return dayAndTime(value);
	return value === null || value === undefined ? '' : String(value);
}

/** Spreadsheets know no zone: the local day, with the time where there is one, alone where there is no day. */
function dayAndTime(date: Date): string {
	const rounded = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
	const [day = '', time = ''] = [rounded.slice(0, 10), rounded.slice(11, 16)];
	if (day < '1900-01-01') return time;
	return time === '00:00' ? day : `${day} ${time}`;
}

function damaged(): AppError {
	return new AppError('invalid', 'sheet_damaged');
}
