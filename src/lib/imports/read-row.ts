import type { Params } from '#lib/shared/errors.ts';
import type { Day } from '#lib/shared/time.ts';
import { layPlace, type Degrees, type Place } from './lay-place.ts';
import { unmapped, type Mapping } from './mapping.ts';
import { readField, type CellErrorCode } from './read-field.ts';
import { moved, weeksToShift } from './shift-days.ts';
import type { AnyRow, Field, RowOf } from './target.ts';

/** What can be wrong with a row; words in `words.ts`. */
export type RowErrorCode =
	| CellErrorCode
	| 'day_in_future'
	| 'day_over'
	| 'ends_before_start'
	| 'place_outside'
	| 'example_row'
	| 'duplicate'
	| 'shared_phone'
	| StandingErrorCode;

/** What the database has against a row that reads well. */
export type StandingErrorCode =
	'person_there' | 'person_unverified' | 'phone_of_another' | 'name_of_several' | 'card_there' | 'own_card';

/** One fault, at a field or (null) of the row as a whole. */
export interface RowError {
	field: string | null;
	code: RowErrorCode;
	params: Params;
}

/** What reading a row needs to know beside the row; `sheetContext` makes it. */
export interface RowContext {
	columns: readonly string[];
	/** Today in the community's zone. */
	today: Day;
	/** `buildingKey` of each building of the community to its id. */
	buildings: ReadonlyMap<string, string>;
	/** The first day in the whole sheet of those that move. */
	earliest: Day | null;
	/** The centre of each area, from the rows with coordinates. */
	areas: ReadonlyMap<string, Degrees>;
}

/**
 * Reads one row: every field as the mapping says, then the days moved and checked, and the place laid onto the map.
 * Pure. All faults of the row are told at once.
 */
export function readRow<F extends readonly Field[]>(
	row: readonly string[],
	mapping: Mapping,
	fields: F,
	context: RowContext
): { value: RowOf<F> } | { errors: RowError[] } {
	const errors: RowError[] = [];
	const told = (field: string | null, code: RowErrorCode, params: Params = {}) =>
		errors.push({ field, code, params });

	if (isExample(row, mapping, fields, context)) told(null, 'example_row');
	const value = readCells(row, mapping, fields, context, errors);
	moveDays(value, mapping, fields, context);
	checkDays(value, fields, context, told);
	value.place = place(value, mapping, context, told);
	return errors.length ? { errors } : { value: value as RowOf<F> };
}

/** Each field as its cell tells it, days not yet moved; faults go to `errors`. */
export function readCells(
	row: readonly string[],
	mapping: Mapping,
	fields: readonly Field[],
	{ columns, buildings }: Pick<RowContext, 'columns' | 'buildings'>,
	errors: RowError[] = []
): AnyRow {
	const value: AnyRow = {};
	for (const field of fields) {
		const fieldMapping = mapping.fields[field.key] ?? unmapped;
		const reading = readField(cellOf(row, fieldMapping.column, columns), {
			field,
			mapping: fieldMapping,
			buildings
		});
		value[field.key] = 'value' in reading ? reading.value : null;
		if ('code' in reading) errors.push({ field: field.key, code: reading.code, params: reading.params });
	}
	return value;
}

function cellOf(row: readonly string[], column: string | null, columns: readonly string[]): string {
	return column === null ? '' : (row[columns.indexOf(column)] ?? '');
}

/** The row that our own template shows. */
function isExample(
	row: readonly string[],
	mapping: Mapping,
	[first]: readonly Field[],
	{ columns }: RowContext
): boolean {
	if (!first) return false;
	const cell = cellOf(row, mapping.fields[first.key]?.column ?? null, columns);
	const examples: string[] = [first.example({}, { locale: 'zh-CN' }), first.example({}, { locale: 'en' })];
	return cell !== '' && examples.includes(cell);
}

function moveDays(
	value: AnyRow,
	{ shift }: Mapping,
	fields: readonly Field[],
	{ earliest }: RowContext
): void {
	if (shift.kind === 'none') return;
	const days = daysThatMove(value, fields);
	const first = days.map(([, day]) => day).sort()[0];
	if (first === undefined) return;
	const weeks = weeksToShift(shift, earliest, first);
	for (const [key, day] of days) value[key] = moved(day, weeks);
}

/** The days of a row that move along when dates are shifted. */
export function daysThatMove(value: AnyRow, fields: readonly Field[]): [key: string, day: Day][] {
	return fields.flatMap(({ key, moves }): [string, Day][] => {
		const day = value[key];
		return moves && typeof day === 'string' ? [[key, day]] : [];
	});
}

type Tell = (field: string | null, code: RowErrorCode, params?: Params) => void;

function checkDays(value: AnyRow, fields: readonly Field[], { today }: RowContext, told: Tell): void {
	for (const { key, when, notBefore } of fields) {
		const day = value[key];
		if (typeof day !== 'string') continue;
		const start = notBefore ? value[notBefore] : null;
		if (typeof start === 'string' && start > day) told(key, 'ends_before_start', { value: day });
		else if (when === 'past' && day > today) told(key, 'day_in_future', { value: day });
		else if (when === 'ahead' && day < today) told(key, 'day_over', { value: day });
	}
}

/** Of the row's own coordinates, else of its area's centre, else nowhere. */
function place(value: AnyRow, { place: laying }: Mapping, { areas }: RowContext, told: Tell): Place | null {
	if (laying.kind === 'none') return null;
	const own = pointOf(value);
	const area = typeof value.area === 'string' ? areas.get(value.area) : undefined;
	const point = own ?? area;
	if (!point) return null;
	const laid = layPlace(laying, point);
	if (laid) return { ...laid, from: own ? 'coordinates' : 'area' };
	if (own) told('latitude', 'place_outside');
	return null;
}

/** The coordinates that a row tells, if it tells both. */
export function pointOf({ latitude, longitude }: AnyRow): Degrees | null {
	return typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null;
}
