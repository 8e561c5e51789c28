import type { Day } from '#lib/shared/time.ts';
import { findDuplicates } from './duplicates.ts';
import { areaCentres, boundsOf, type Bounds, type Degrees } from './lay-place.ts';
import type { Mapping } from './mapping.ts';
import {
	daysThatMove,
	pointOf,
	readCells,
	readRow,
	type RowContext,
	type RowError,
	type RowErrorCode
} from './read-row.ts';
import type { Sheet } from './sheet.ts';
import type { DuplicateRule, Field, RowOf } from './target.ts';

/** So many rows are read before others get their turn. */
const batch = 500;

/** A row that can be imported, perhaps with remarks. */
export interface GoodRow<T> {
	/** From 1, without the header. */
	row: number;
	value: T;
	remarks: RowError[];
}

/** A row that cannot, with its cells as they came. */
export interface BadRow {
	row: number;
	cells: readonly string[];
	errors: RowError[];
}

export interface RowsRead<T> {
	good: GoodRow<T>[];
	bad: BadRow[];
	/** How many rows have each fault. */
	totals: Partial<Record<RowErrorCode, number>>;
}

/** Of a sheet what reading needs; with `lines` a repeated row is named by its number in the file. */
export type SheetRows = Pick<Sheet, 'columns' | 'rows'> & { lines?: readonly number[] };

export interface RowsOptions {
	/** Today in the community's zone. */
	today: Day;
	/** `buildingKey` of each building of the community to its id. */
	buildings?: ReadonlyMap<string, string>;
	duplicates?: readonly DuplicateRule[];
	/** Told the rows done so far, every 500 rows and at the end. */
	onProgress?: (done: number, all: number) => void | Promise<void>;
	/** Stops between two batches by throwing its reason. */
	signal?: AbortSignal;
}

/**
 * Reads all rows of a sheet. Lets others run every 500 rows, so that a sheet of 20,000 holds up nobody.
 * @throws the signal's reason when aborted
 */
export async function readRows<F extends readonly Field[]>(
	sheet: SheetRows,
	mapping: Mapping,
	fields: F,
	{ today, buildings = new Map(), duplicates = [], onProgress, signal }: RowsOptions
): Promise<RowsRead<RowOf<F>>> {
	const context = await sheetContext(sheet, mapping, fields, { today, buildings });
	const readable: GoodRow<RowOf<F>>[] = [];
	const bad: BadRow[] = [];
	await inBatches(sheet.rows, onProgress, signal, (cells, at) => {
		const reading = readRow(cells, mapping, fields, context);
		if ('value' in reading) readable.push({ row: at + 1, value: reading.value, remarks: [] });
		else bad.push({ row: at + 1, cells, errors: reading.errors });
	});

	const faults = findDuplicates(readable, duplicates, (row) => sheet.lines?.[row - 1] ?? row);
	const good = readable.filter(({ row }) => !faults.blocked.has(row));
	for (const one of good) one.remarks = faults.remarks.get(one.row) ?? [];
	for (const [row, error] of faults.blocked)
		bad.push({ row, cells: sheet.rows[row - 1] ?? [], errors: [error] });
	bad.sort((a, b) => a.row - b.row);
	return { good, bad, totals: totalsOf(bad) };
}

/** The same rows once more is known against some of them. @param faults by row number */
export function withFaults<T>(
	{ good, bad }: RowsRead<T>,
	faults: ReadonlyMap<number, RowError>,
	{ rows }: Pick<SheetRows, 'rows'>
): RowsRead<T> {
	const fallen = good.flatMap(({ row }): BadRow[] => {
		const fault = faults.get(row);
		return fault ? [{ row, cells: rows[row - 1] ?? [], errors: [fault] }] : [];
	});
	const all = [...bad, ...fallen].sort((a, b) => a.row - b.row);
	return { good: good.filter(({ row }) => !faults.has(row)), bad: all, totals: totalsOf(all) };
}

/** What reading any row of a sheet needs to know about all of them. */
export async function sheetContext(
	{ columns, rows }: SheetRows,
	mapping: Mapping,
	fields: readonly Field[],
	{ today, buildings }: Pick<RowContext, 'today' | 'buildings'>
): Promise<RowContext> {
	const context: RowContext = { columns, today, buildings, earliest: null, areas: new Map() };
	const needed = fields.filter(({ key, moves }) => moves || ['latitude', 'longitude', 'area'].includes(key));
	if (needed.length === 0) return context;
	const points: (Degrees & { area: string })[] = [];
	await inBatches(rows, undefined, undefined, (cells) => {
		const value = readCells(cells, mapping, needed, context);
		for (const [, day] of daysThatMove(value, needed)) {
			if (context.earliest === null || day < context.earliest) context.earliest = day;
		}
		const point = pointOf(value);
		if (point && typeof value.area === 'string') points.push({ ...point, area: value.area });
	});
	return { ...context, areas: areaCentres(points) };
}

/** The box around all coordinates of a sheet, to lay it onto the community's map; null where there are none. */
export function sheetBounds(
	{ columns, rows }: SheetRows,
	mapping: Mapping,
	fields: readonly Field[]
): Bounds | null {
	const needed = fields.filter(({ key }) => key === 'latitude' || key === 'longitude');
	return boundsOf(
		rows.flatMap(
			(cells) => pointOf(readCells(cells, mapping, needed, { columns, buildings: new Map() })) ?? []
		)
	);
}

async function inBatches(
	rows: readonly (readonly string[])[],
	onProgress: RowsOptions['onProgress'],
	signal: AbortSignal | undefined,
	read: (cells: readonly string[], at: number) => void
): Promise<void> {
	for (let start = 0; start < rows.length; start += batch) {
		signal?.throwIfAborted();
		rows.slice(start, start + batch).forEach((cells, offset) => read(cells, start + offset));
		await onProgress?.(Math.min(start + batch, rows.length), rows.length);
		await new Promise((resolve) => setTimeout(resolve));
	}
}

function totalsOf(bad: readonly BadRow[]): RowsRead<unknown>['totals'] {
	const totals: RowsRead<unknown>['totals'] = {};
	for (const { errors } of bad) {
		for (const code of new Set(errors.map((error) => error.code))) totals[code] = (totals[code] ?? 0) + 1;
	}
	return totals;
}
