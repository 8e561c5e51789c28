import { z } from 'zod';
import { AppError } from '#lib/shared/errors.ts';
import { wordKey } from './cell.ts';
import { readDay } from './read-day.ts';
import type { Field } from './target.ts';

const name = z.string().min(1).max(200);
const word = z.string().max(200);
const day = z.iso.date().refine((text) => readDay(text) === text);
const degrees = { latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) };
const metres = z.number().int().min(1).max(100_000);
const size = z.object({ widthMetres: metres, heightMetres: metres });

const bounds = z
	.object({
		south: degrees.latitude,
		north: degrees.latitude,
		west: degrees.longitude,
		east: degrees.longitude
	})
	.refine((box) => box.south <= box.north && box.west <= box.east);

const fieldMapping = z.object({
	/** The name of the column that tells it; null: none does. */
	column: name.nullable(),
	/** Words of the file to keys of the choices, or to names of buildings; null: the word is left out. */
	words: z
		.record(word, name.nullable())
		.transform((words) => Object.fromEntries(Object.entries(words).map(([key, to]) => [wordKey(key), to])))
		.optional(),
	/** What becomes of a row with a word that nobody knows: the row is bad, or only the word is left out. */
	unknown: z.enum(['reject', 'skip']).default('reject'),
	/** What an empty cell is read as. */
	fallback: word.optional(),
	/** What becomes of too large a number or too long a text: the row is bad, or it is cut to the limit. */
	beyond: z.enum(['reject', 'clip']).default('reject'),
	/** How month and day stand where the year comes last. */
	dayOrder: z.enum(['mdy', 'dmy']).default('mdy')
});

const shift = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('none') }),
	z.object({ kind: z.literal('weeks'), weeks: z.number().int().min(-5_300).max(5_300) }),
	z.object({ kind: z.literal('to_week'), day }),
	z.object({ kind: z.literal('into_weeks'), day, count: z.number().int().min(1).max(530) })
]);

const place = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('none') }),
	z.object({ kind: z.literal('true_place'), corner: z.object(degrees), size }),
	z.object({ kind: z.literal('lay_onto'), bounds, size })
]);

const mappingSchema = z.object({
	version: z.literal(1),
	fields: z.record(name, fieldMapping),
	shift,
	place
});

/** How the columns of a sheet are read; plain JSON, so that it can be kept under a name. */
export type Mapping = z.infer<typeof mappingSchema>;
export type FieldMapping = z.infer<typeof fieldMapping>;

/** A field that no column tells. */
export const unmapped: FieldMapping = { column: null, unknown: 'reject', beyond: 'reject', dayOrder: 'mdy' };

/**
 * A mapping that came from outside (a form, a kept one), with defaults filled in.
 * @throws AppError `invalid: mapping_unreadable`
 */
export function parseMapping(value: unknown): Mapping {
	const parsed = mappingSchema.safeParse(value);
	if (!parsed.success) throw new AppError('invalid', 'mapping_unreadable');
	return parsed.data;
}

/** The part of a kept mapping that fits another sheet: columns that it lacks and fields that are gone are let go. */
export function fitMapping(mapping: Mapping, columns: readonly string[], fields: readonly Field[]): Mapping {
	const fitted = fields.map((field): [string, FieldMapping] => {
		const kept = mapping.fields[field.key] ?? unmapped;
		const isThere = kept.column !== null && columns.includes(kept.column);
		return [field.key, { ...kept, column: isThere ? kept.column : null }];
	});
	return { ...mapping, fields: Object.fromEntries(fitted) };
}

/** Required fields that neither a column nor a fallback tells: with one of these no row can be good. */
export function missingFields(mapping: Mapping, fields: readonly Field[]): Field[] {
	return fields.filter((field) => {
		const { column, fallback } = mapping.fields[field.key] ?? unmapped;
		return field.required && column === null && !fallback;
	});
}
