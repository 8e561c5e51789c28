import { m } from '#lib/paraglide/messages.js';
import type { Params } from '#lib/shared/errors.ts';
import type { RowError, RowErrorCode } from './read-row.ts';
import type { Field, Locale } from './target.ts';

interface Values {
	value: string;
	least: string;
	most: string;
	row: string;
	count: string;
	file: string;
}
type Message = (values: Values, options?: { locale?: Locale }) => string;

const rowWords: Record<RowErrorCode, Message> = {
	missing: m.imports_error_missing,
	too_long: m.imports_error_too_long,
	day_unclear: m.imports_error_day_unclear,
	day_in_future: m.imports_error_day_in_future,
	day_over: m.imports_error_day_over,
	ends_before_start: m.imports_error_ends_before_start,
	number_unclear: m.imports_error_number_unclear,
	number_too_small: m.imports_error_number_too_small,
	number_too_large: m.imports_error_number_too_large,
	number_shortened: m.imports_error_number_shortened,
	phone_unclear: m.imports_error_phone_unclear,
	yes_no_unclear: m.imports_error_yes_no_unclear,
	word_unknown: m.imports_error_word_unknown,
	building_unknown: m.imports_error_building_unknown,
	times_unclear: m.imports_error_times_unclear,
	coordinate_unclear: m.imports_error_coordinate_unclear,
	place_outside: m.imports_error_place_outside,
	example_row: m.imports_error_example_row,
	duplicate: m.imports_error_duplicate,
	shared_phone: m.imports_error_shared_phone,
	person_there: m.imports_error_person_there,
	person_unverified: m.imports_error_person_unverified,
	phone_of_another: m.imports_error_phone_of_another,
	name_of_several: m.imports_error_name_of_several,
	card_there: m.imports_error_card_there,
	own_card: m.imports_error_own_card
};

/** The details with which a file is refused as a whole (`AppError('invalid', detail)`). */
export const fileWords = {
	sheet_not_a_sheet: m.imports_sheet_not_a_sheet,
	sheet_old_format: m.imports_sheet_old_format,
	sheet_password: m.imports_sheet_password,
	sheet_web_page: m.imports_sheet_web_page,
	sheet_macros: m.imports_sheet_macros,
	sheet_damaged: m.imports_sheet_damaged,
	sheet_too_big: m.imports_sheet_too_big,
	sheet_unpacks_too_big: m.imports_sheet_unpacks_too_big,
	sheet_empty: m.imports_sheet_empty,
	sheet_no_rows: m.imports_sheet_no_rows,
	sheet_no_header: m.imports_sheet_no_header,
	sheet_too_many_columns: m.imports_sheet_too_many_columns,
	sheet_too_many_rows: m.imports_sheet_too_many_rows,
	sheet_unclosed_quote: m.imports_sheet_unclosed_quote,
	mapping_unreadable: m.imports_mapping_unreadable
} as const satisfies Record<string, Message>;

/** A fault of a row in the reader's words, with the field's name before it: `出生日期：日期看不懂（abc）`. */
export function rowErrorWords(
	{ field, code, params }: RowError,
	fields: readonly Field[],
	locale?: Locale
): string {
	const options = locale ? { locale } : {};
	const words = rowWords[code](valuesOf(params), options);
	const label = fields.find(({ key }) => key === field)?.label({}, options);
	return label ? m.imports_error_at_field({ field: label, words }, options) : words;
}

const codeWords: Record<RowErrorCode, Message> = {
	...rowWords,
	missing: m.imports_total_missing,
	too_long: m.imports_total_too_long,
	day_unclear: m.imports_total_day_unclear,
	day_in_future: m.imports_total_day_in_future,
	day_over: m.imports_total_day_over,
	ends_before_start: m.imports_total_ends_before_start,
	number_unclear: m.imports_total_number_unclear,
	number_too_small: m.imports_total_number_too_small,
	number_too_large: m.imports_total_number_too_large,
	number_shortened: m.imports_total_number_shortened,
	phone_unclear: m.imports_total_phone_unclear,
	yes_no_unclear: m.imports_total_yes_no_unclear,
	word_unknown: m.imports_total_word_unknown,
	building_unknown: m.imports_total_building_unknown,
	times_unclear: m.imports_total_times_unclear,
	coordinate_unclear: m.imports_total_coordinate_unclear,
	duplicate: m.imports_total_duplicate
};

/** A kind of fault without the cell it was found in, for a list of how often each occurs. */
export function errorCodeWords(code: RowErrorCode): string {
	return codeWords[code](valuesOf({}), {});
}

/** Why a file is refused, in the reader's words; undefined for a detail that is not ours. */
export function fileErrorWords(detail: string, params: Params, locale?: Locale): string | undefined {
	if (!Object.hasOwn(fileWords, detail)) return undefined;
	return fileWords[detail as keyof typeof fileWords](valuesOf(params), locale ? { locale } : {});
}

function valuesOf(params: Params): Values {
	const text = (key: keyof Values) => String(params[key] ?? '');
	return {
		value: text('value'),
		least: text('least'),
		most: text('most'),
		row: text('row'),
		count: text('count'),
		file: text('file')
	};
}
