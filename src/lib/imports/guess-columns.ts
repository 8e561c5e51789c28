import { splitAddress } from './address.ts';
import { isIdNumber } from './id-number.ts';
import { unmapped, type FieldMapping, type Mapping } from './mapping.ts';
import { keyOf, nearestKey, splitWords, yesAndNo } from './read-choice.ts';
import { guessDayOrder, readDay } from './read-day.ts';
import { readDegrees, readMetres, readMinutes, readWhole } from './read-number.ts';
import { isMobile, readPhone } from './read-phone.ts';
import type { Field, FieldKind } from './target.ts';

/** Cells of a column that are looked at. */
const sampleSize = 200;
/** Different words of a column that are looked at for choices. */
const wordsLookedAt = 500;

interface Column {
	name: string;
	at: number;
	/** The name with punctuation as blanks, between blanks: ` start date date `. */
	words: string;
	/** The filled cells looked at. */
	cells: string[];
}

/**
 * How the columns of a sheet are probably meant: by what heads them (Chinese or English, with or without brackets and
 * punctuation) and by what stands in them. One column at most per field and one field per column, save an address that
 * holds building and door. The same sheet always gives the same guess. A column of identity numbers is never taken.
 */
export function guessColumns(
	columns: readonly string[],
	rows: readonly (readonly string[])[],
	fields: readonly Field[]
): Mapping {
	const looked = columns
		.map((name, at) => ({ name, at, words: headerWords(name), cells: sample(rows, at) }))
		.filter((column) => !holdsIdNumbers(column));
	const chosen = assign(fields, looked);
	const building = chosen.get('building');
	if (building && !chosen.has('door') && fields.some(({ key }) => key === 'door') && holdsDoors(building)) {
		chosen.set('door', building);
	}
	const mapped = fields.map((field): [string, FieldMapping] => {
		const column = chosen.get(field.key);
		return [field.key, column ? fieldMapping(field, column, rows) : unmapped];
	});
	return { version: 1, fields: Object.fromEntries(mapped), shift: { kind: 'none' }, place: { kind: 'none' } };
}

/** The different words in a column with how often each stands there, most frequent first: what staff map to keys. */
export function wordsInColumn(
	rows: readonly (readonly string[])[],
	at: number,
	kind: FieldKind
): { word: string; count: number }[] {
	const counts = new Map<string, number>();
	for (const row of rows) {
		const cell = row[at] ?? '';
		if (cell === '') continue;
		for (const word of kind === 'choices' ? splitWords(cell) : [cell])
			counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	return [...counts].map(([word, count]) => ({ word, count })).sort((a, b) => b.count - a.count);
}

function sample(rows: readonly (readonly string[])[], at: number): string[] {
	const cells: string[] = [];
	for (const row of rows) {
		if (cells.length === sampleSize) break;
		if (row[at]) cells.push(row[at]);
	}
	return cells;
}

/** The best pair of field and column first, then the best of what is left. */
function assign(fields: readonly Field[], columns: readonly Column[]): Map<string, Column> {
	const pairs = fields
		.flatMap((field, order) =>
			columns.map((column) => ({ field, order, column, score: score(field, column) }))
		)
		.filter((pair) => pair.score > 0)
		.sort((a, b) => b.score - a.score || a.order - b.order || a.column.at - b.column.at);
	const chosen = new Map<string, Column>();
	const taken = new Set<Column>();
	for (const { field, column } of pairs) {
		if (chosen.has(field.key) || taken.has(column)) continue;
		chosen.set(field.key, column);
		taken.add(column);
	}
	return chosen;
}

/** 0: not this column. A name counts more than what stands in the cells, and nothing when they gainsay it. */
function score(field: Field, column: Column): number {
	const share = readableShare(field, column.cells);
	if (share !== null && share < 0.3) return 0;
	const byName = Math.max(...field.synonyms.map((synonym) => likeness(column.words, headerWords(synonym))));
	if (byName > 0) return byName + 10 * (share ?? 0);
	return speaksForItself(field.kind, column) ? 20 : 0;
}

/** 100: the same name; 60 … 90: the name holds the word, the longer the better. */
function likeness(name: string, synonym: string): number {
	if (name === synonym) return 100;
	const isHan = /\p{Script=Han}/u.test(synonym);
	const [held, holder] = isHan ? [synonym.trim(), name.replace(/\s/g, '')] : [synonym, name];
	return holder.includes(held) && held.length > 1
		? 60 + Math.min(30, held.trim().length * (isHan ? 5 : 2))
		: 0;
}

function headerWords(name: string): string {
	const plain = name
		.normalize('NFKC')
		.replace(/[(（【[].*?[)）】\]]/g, ' ')
		.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
		.toLowerCase()
		.replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
		.trim();
	return /^[\p{Script=Han}\s]+$/u.test(plain) ? ` ${plain.replace(/\s/g, '')} ` : ` ${plain} `;
}

/** The share of filled cells that this kind of field can read; null where any text would do. */
function readableShare(field: Field, cells: readonly string[]): number | null {
	const reads = reader(field);
	return reads === null || cells.length === 0 ? null : cells.filter(reads).length / cells.length;
}

function reader({ kind, monthIsEnough }: Field): ((cell: string) => boolean) | null {
	switch (kind) {
		case 'day':
			return (cell) => readDay(cell, 'mdy', monthIsEnough) !== null || readDay(cell, 'dmy') !== null;
		case 'phone':
			return (cell) => readPhone(cell) !== null;
		case 'whole':
			return (cell) => readWhole(cell) !== null;
		case 'metres':
			return (cell) => readMetres(cell) !== null;
		case 'minutes':
			return (cell) => readMinutes(cell) !== null;
		case 'latitude':
			return (cell) => readDegrees(cell, 90) !== null;
		case 'longitude':
			return (cell) => readDegrees(cell, 180) !== null;
		default:
			return null;
	}
}

/**
 * What is recognised by itself: mobile numbers, precise coordinates, and written dates below no name at all (below
 * another name they are some other date, not a birthday).
 */
function speaksForItself(kind: FieldKind, { name, cells }: Column): boolean {
	const isPrecise = (cell: string) => /\.\d{3,}$/.test(cell);
	const tests: Partial<Record<FieldKind, (cell: string) => boolean>> = {
		phone: isMobile,
		day: (cell) => name.startsWith('#') && !/^[\d.]+$/.test(cell) && readDay(cell) !== null,
		latitude: (cell) => isPrecise(cell) && readDegrees(cell, 90) !== null,
		longitude: (cell) => isPrecise(cell) && readDegrees(cell, 180) !== null
	};
	const test = tests[kind];
	return test !== undefined && cells.length > 0 && cells.filter(test).length >= cells.length * 0.8;
}

function holdsIdNumbers({ name, cells }: Column): boolean {
	const isCovered = (cell: string) => cell === '***' || isIdNumber(cell);
	return /身份证|证件号|id card|identity/i.test(name) || cells.filter(isCovered).length > cells.length * 0.3;
}

function holdsDoors({ cells }: Column): boolean {
	return cells.filter((cell) => splitAddress(cell).door !== '').length > cells.length * 0.6;
}

function fieldMapping(field: Field, column: Column, rows: readonly (readonly string[])[]): FieldMapping {
	const mapping: FieldMapping = { ...unmapped, column: column.name };
	if (field.kind === 'day') mapping.dayOrder = guessDayOrder(column.cells) ?? 'mdy';
	const choices = field.kind === 'yes_no' ? [...(field.choices ?? []), ...yesAndNo] : field.choices;
	if (!choices?.length) return mapping;
	const near = wordsInColumn(rows, column.at, field.kind)
		.slice(0, wordsLookedAt)
		.filter(({ word }) => keyOf(choices, word) === undefined)
		.flatMap(({ word }) => {
			const key = nearestKey(choices, word);
			return key === undefined ? [] : [[word, key] as const];
		});
	return near.length ? { ...mapping, words: Object.fromEntries(near) } : mapping;
}
