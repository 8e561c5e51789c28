import { z } from 'zod';
import { guessColumns } from '#lib/imports/guess-columns.ts';
import { missingFields, parseMapping, type Mapping } from '#lib/imports/mapping.ts';
import type { Sheet } from '#lib/imports/sheet.ts';
import type { Field, Locale } from '#lib/imports/target.ts';
import { m } from '#lib/paraglide/messages.js';
import { SheetError } from './sheet-error.ts';

const part = z.strictObject({
	fields: z.record(z.string(), z.looseObject({})).optional(),
	shift: z.unknown().optional()
});
const givenSchema = z.strictObject({ requests: part.optional(), volunteers: part.optional() });

/** What the reader says of the columns where the guess is wrong: parts of a `Mapping` for either sheet. */
export type GivenMapping = z.infer<typeof givenSchema>;

/** @throws SheetError where it has another form */
export function readGivenMapping(value: unknown, locale: Locale): GivenMapping {
	const parsed = givenSchema.safeParse(value);
	if (parsed.success) return parsed.data;
	const at = parsed.error.issues[0]?.path.join('.') ?? '';
	throw new SheetError(m.matching_sheets_mapping_unreadable({ at }, { locale }));
}

/**
 * How the columns of a sheet are read: as guessed from their headings and cells, field by field as given.
 * @param name of the file, to speak of it
 * @throws SheetError where a given field or column is not there, or nothing tells a field that every row must have
 */
export function meaningOf(
	sheet: Sheet,
	name: string,
	fields: readonly Field[],
	given: GivenMapping['requests'] = {},
	locale: Locale
): Mapping {
	const guess = guessColumns(sheet.columns, sheet.rows, fields);
	const own = Object.entries(given.fields ?? {});
	for (const [key, { column }] of own) {
		const known = fields.some((field) => field.key === key);
		const there = column === undefined || column === null || sheet.columns.includes(String(column));
		if (!known || !there) {
			const what = known ? String(column) : key;
			throw new SheetError(m.matching_sheets_no_such_column({ file: name, column: what }, { locale }));
		}
	}
	const mapping = merged(guess, given, name, locale);
	const missing = missingFields(mapping, fields).map(({ label }) => label({}, { locale }));
	if (missing.length === 0) return mapping;
	throw new SheetError(
		m.matching_sheets_no_column(
			{ file: name, fields: missing.join(locale === 'en' ? ', ' : '、'), columns: sheet.columns.join(' | ') },
			{ locale }
		)
	);
}

function merged(
	guess: Mapping,
	given: NonNullable<GivenMapping['requests']>,
	name: string,
	locale: Locale
): Mapping {
	const fields: Record<string, object> = { ...guess.fields };
	for (const [key, own] of Object.entries(given.fields ?? {})) {
		const guessed = guess.fields[key]!;
		fields[key] = { ...guessed, ...own, words: { ...guessed.words, ...Object(own.words) } };
	}
	try {
		return parseMapping({ ...guess, fields, shift: given.shift ?? guess.shift });
	} catch {
		throw new SheetError(m.matching_sheets_mapping_unreadable({ at: name }, { locale }));
	}
}
