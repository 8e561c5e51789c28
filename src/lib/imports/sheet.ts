import { AppError } from '#lib/shared/errors.ts';
import { cleanCell } from './cell.ts';
import { hideIdNumbers, isIdNumber } from './id-number.ts';
import { readDay } from './read-day.ts';
import { isMobile } from './read-phone.ts';

/** How the bytes of a text file became characters. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A table as brought by staff: named columns, rows all as wide as the header, blank rows left out. */
export interface Sheet {
	columns: string[];
	rows: string[][];
	/** For each row its number in the file, from 1, as the spreadsheet program shows it. */
	lines: number[];
	/** Only for text files. */
	encoding?: Encoding;
}

/** What a sheet may have at most. */
export const sheetLimits = { bytes: 20 * 1024 * 1024, columns: 60, rows: 20_000 } as const;

/** Rows above the header (a title, "filled in by …") are looked for this far down. */
const titleRows = 10;

interface Line {
	number: number;
	cells: string[];
}

/**
 * Makes a sheet of raw cells: finds the header below any title rows, names its columns, cleans every cell and covers
 * identity numbers.
 * @throws AppError `invalid` with `sheet_empty`, `sheet_no_rows`, `sheet_no_header`, `sheet_too_many_columns`,
 * `sheet_too_many_rows`
 */
export function toSheet(grid: readonly (readonly string[])[]): Sheet {
	const lines = filledLines(grid);
	const headerAt = findHeader(lines);
	const header = lines[headerAt];
	if (!header) throw new AppError('invalid', 'sheet_empty');
	if (looksLikeData(header.cells)) throw new AppError('invalid', 'sheet_no_header');
	const body = lines.slice(headerAt + 1);
	if (body.length === 0) throw new AppError('invalid', 'sheet_no_rows');
	if (body.length > sheetLimits.rows)
		throw new AppError('invalid', 'sheet_too_many_rows', { most: sheetLimits.rows });

	const used = usedColumns([header, ...body]);
	if (used.length > sheetLimits.columns) {
		throw new AppError('invalid', 'sheet_too_many_columns', {
			count: used.length,
			most: sheetLimits.columns
		});
	}
	return {
		columns: columnNames(used.map((at) => header.cells[at] ?? '')),
		rows: body.map((line) => used.map((at) => hideIdNumbers(line.cells[at] ?? ''))),
		lines: body.map((line) => line.number)
	};
}

function filledLines(grid: readonly (readonly string[])[]): Line[] {
	return grid
		.map((cells, at) => ({ number: at + 1, cells: cells.map(cleanCell) }))
		.filter((line) => line.cells.some((cell) => cell !== ''));
}

/** The first row that fills most of the table's width: titles and remarks above it fill only a cell or two. */
function findHeader(lines: readonly Line[]): number {
	const counts = lines.slice(0, titleRows * 2).map((line) => line.cells.filter((cell) => cell !== '').length);
	const widest = Math.max(0, ...counts);
	const found = counts.findIndex((count) => count >= widest * 0.6);
	return found < titleRows ? found : 0;
}

/** A first row with a telephone number, an identity number or a date in it, or all of numbers, names nothing. */
function looksLikeData(cells: readonly string[]): boolean {
	const filled = cells.filter((cell) => cell !== '');
	const isNumber = (cell: string) => /^-?\d[\d.,]*$/.test(cell);
	const isFact = (cell: string) =>
		isMobile(cell) || isIdNumber(cell) || (!isNumber(cell) && readDay(cell) !== null);
	return filled.some(isFact) || filled.every(isNumber);
}

function usedColumns(lines: readonly Line[]): number[] {
	const used = new Set<number>();
	for (const { cells } of lines) cells.forEach((cell, at) => cell !== '' && used.add(at));
	return [...used].sort((a, b) => a - b);
}

/** Blank names become `#3`, repeated ones `电话 (2)`, so that each column can be spoken of. */
function columnNames(header: readonly string[]): string[] {
	const taken = new Set<string>();
	return header.map((cell, at) => {
		const name = hideIdNumbers(cell.replace(/\s+/g, ' ')).slice(0, 100) || `#${at + 1}`;
		let unique = name;
		for (let count = 2; taken.has(unique); count++) unique = `${name} (${count})`;
		taken.add(unique);
		return unique;
	});
}
