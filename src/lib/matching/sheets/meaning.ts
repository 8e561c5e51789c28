import { z } from 'zod';
import { guessColumns } from '#lib/imports/guess-columns.ts';
import { missingFields, parseMapping, type Mapping } from '#lib/imports/mapping.ts';
import type { Sheet } from '#lib/imports/sheet.ts';
import type { Field } from '#lib/imports/target.ts';
import { m } from '#lib/paraglide/messages.js';
import { SheetError, type Said } from './sheet-error.ts';

const part = z.strictObject({
	fields: z.record(z.string(), z.looseObject({})).optional(),
	shift: z.unknown().optional()
});
const givenSchema = z.strictObject({ requests: part.optional(), volunteers: part.optional() });

/** What the reader says of the columns where the guess is wrong: parts of a `Mapping` for either sheet. */
export type GivenMapping = z.infer<typeof givenSchema>;

/** @throws SheetError where it has another form */
export function readGivenMapping(value: unknown): GivenMapping {
	const parsed = givenSchema.safeParse(value);
	if (parsed.success) return parsed.data;
	const at = parsed.error.issues[0]?.path.join('.') ?? '';
	throw new SheetError((locale) => m.matching_sheets_mapping_unreadable({ at }, { locale }));
}

/** How the columns of a sheet are read, and all that keeps it from being read. */
export interface Meaning {
	mapping: Mapping;
	faults: Said[];
}

/**
 * How the columns of a sheet are read: as guessed from their headings and cells, field by field as given.
 * @param name of the file, to speak of it
 * @returns with a fault for each given field or column that is not there, and one for all fields that every row must
 * have and nothing tells
 */
export function meaningOf(
	sheet: Sheet,
	name: string,
	fields: readonly Field[],
	given: GivenMapping['requests'] = {}
): Meaning {
	const guess = guessColumns(sheet.columns, sheet.rows, fields);
	const faults: Said[] = [];
	const known: [string, Own][] = [];
	for (const [key, own] of Object.entries(given.fields ?? {})) {
		const { column } = own;
		const isField = fields.some((field) => field.key === key);
		const isThere = column === undefined || column === null || sheet.columns.includes(String(column));
		if (isField && isThere) known.push([key, own]);
		else faults.push(noSuchColumn(name, isField ? String(column) : key));
	}
	const mapping = merged(guess, known, given.shift, name);
	const missing = missingFields(mapping, fields);
	if (missing.length > 0) faults.push(noColumn(name, missing, sheet.columns));
	return { mapping, faults };
}

type Own = Record<string, unknown>;

function noSuchColumn(file: string, column: string): Said {
	return (locale) => m.matching_sheets_no_such_column({ file, column }, { locale });
}

function noColumn(file: string, missing: readonly Field[], columns: readonly string[]): Said {
	return (locale) => {
		const fields = missing.map(({ label }) => label({}, { locale })).join(locale === 'en' ? ', ' : '、');
		return m.matching_sheets_no_column({ file, fields, columns: columns.join(' | ') }, { locale });
	};
}

function merged(guess: Mapping, own: readonly [string, Own][], shift: unknown, name: string): Mapping {
	const fields: Record<string, object> = { ...guess.fields };
	for (const [key, one] of own) {
		const guessed = guess.fields[key]!;
		fields[key] = { ...guessed, ...one, words: { ...guessed.words, ...Object(one.words) } };
	}
	try {
		return parseMapping({ ...guess, fields, shift: shift ?? guess.shift });
	} catch {
		throw new SheetError((locale) => m.matching_sheets_mapping_unreadable({ at: name }, { locale }));
	}
}
