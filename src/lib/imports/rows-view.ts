import { m } from '#lib/paraglide/messages.js';
import type { Building } from './buildings.ts';
import type { Mapping } from './mapping.ts';
import type { RowErrorCode } from './read-row.ts';
import type { RowsRead } from './read-rows.ts';
import type { KeptSheet } from './sealed-sheet.server.ts';
import type { AnyRow, Field } from './target.ts';
import { placeWords, valueWords, type ValueNames } from './value-words.ts';
import { errorCodeWords, rowErrorWords } from './words.ts';

/** Which rows are shown. */
export const shows = ['all', 'good', 'bad'] as const;
export type Show = (typeof shows)[number];

/** The rows that an address asks for. */
export interface RowsAddress {
	show: Show;
	/** Only rows with this fault. */
	code: RowErrorCode | null;
	/** Counted from 1. */
	page: number;
}

/** One row in words. */
export interface RowView {
	/** Its number in the file. */
	line: number;
	good: boolean;
	/** What is wrong with it, or remarkable about it. */
	words: string[];
	/** By field: what was understood, or the cell where nothing was. */
	cells: Record<string, string>;
}

const perPage = 50;

/** Reads an address; what means nothing here is left out. */
export function readRowsAddress(params: URLSearchParams, { bad, totals }: RowsRead<unknown>): RowsAddress {
	const code = Object.keys(totals).find((one) => one === params.get('code')) as RowErrorCode | undefined;
	const asked = shows.find((one) => one === params.get('show'));
	return {
		show: code ? 'bad' : (asked ?? (bad.length > 0 ? 'bad' : 'all')),
		code: code ?? null,
		page: Math.max(1, Math.floor(Number(params.get('page'))) || 1)
	};
}

/** How many rows have each fault, most frequent first, in words. */
export function totalViews({ totals }: RowsRead<unknown>): { code: string; words: string; count: number }[] {
	return Object.entries(totals)
		.map(([code, count]) => ({ code, count, words: errorCodeWords(code as RowErrorCode) }))
		.sort((a, b) => b.count - a.count);
}

/** What becomes a place on the map, where places are laid. */
const placing = ['latitude', 'longitude', 'area'];

/** The fields that rows tell, as columns of a table. */
export function columnsShown(mapping: Mapping, fields: readonly Field[]): { key: string; label: string }[] {
	const told = fields.filter(({ key }) => mapping.fields[key]?.column || mapping.fields[key]?.fallback);
	const columns = told.map(({ key, label }) => ({ key, label: label() }));
	if (mapping.place.kind === 'none') return columns;
	const others = columns.filter(({ key }) => !placing.includes(key));
	return [...others, { key: 'place', label: m.imports_field_place() }];
}

/** One page of the rows, in words and in the order of the file. */
export function rowViews(
	read: RowsRead<AnyRow>,
	sheet: KeptSheet,
	{ show, code, page }: RowsAddress,
	mapping: Mapping,
	fields: readonly Field[],
	names: { nameOf: ValueNames['nameOf']; buildings: readonly Building[] }
): { rows: RowView[]; total: number; pages: number } {
	const bad = code ? read.bad.filter(({ errors }) => errors.some((error) => error.code === code)) : read.bad;
	const asked = { good: show === 'bad' ? [] : read.good, bad: show === 'good' ? [] : bad };
	const chosen = [...asked.good, ...asked.bad].sort((a, b) => a.row - b.row);
	const values: ValueNames = {
		nameOf: names.nameOf,
		buildings: new Map(names.buildings.map((building) => [building.id, building]))
	};
	const rows = chosen.slice((page - 1) * perPage, page * perPage).map((one): RowView => {
		const cells = sheet.rows[one.row - 1] ?? [];
		const cellOf = (field: Field) =>
			cells[sheet.columns.indexOf(mapping.fields[field.key]?.column ?? '')] ?? '';
		const good = 'value' in one;
		const told = fields.map((field) => [
			field.key,
			good ? valueWords(field, one.value[field.key] ?? null, cellOf(field), values) : cellOf(field)
		]);
		return {
			line: sheet.lines[one.row - 1] ?? one.row,
			good,
			words: (good ? one.remarks : one.errors).map((error) => rowErrorWords(error, fields)),
			cells: { ...Object.fromEntries(told), place: good ? placeWords(placeOf(one.value)) : '' }
		};
	});
	return { rows, total: chosen.length, pages: Math.max(1, Math.ceil(chosen.length / perPage)) };
}

function placeOf({ place }: AnyRow) {
	return place && typeof place === 'object' && 'east' in place ? place : null;
}
