import type { Mapping } from '#lib/imports/mapping.ts';
import type { Sheet } from '#lib/imports/sheet.ts';
import type { Field, Locale } from '#lib/imports/target.ts';
import { m } from '#lib/paraglide/messages.js';

/** How the columns of one file were understood. */
export interface ColumnsRead {
	file: string;
	read: { column: string; field: Field }[];
	unused: string[];
	/** What would help matching and no column tells. */
	lacking: Useful[];
}

/** Something without which a plan is poor; told where all fields of one of its ways are. */
interface Useful {
	label: (inputs: Record<string, never>, options: { locale: Locale }) => string;
	ways: readonly (readonly string[])[];
}

const place: Useful = {
	label: m.matching_sheets_place,
	ways: [['latitude', 'longitude'], ['east', 'north'], ['area']]
};

export const usefulOfRequests: readonly Useful[] = [
	{ label: m.imports_field_from_day, ways: [['fromDay'], ['toDay']] },
	place
];
export const usefulOfVolunteers: readonly Useful[] = [
	{ label: m.imports_field_skills, ways: [['skills']] },
	{ label: m.imports_field_times, ways: [['times']] },
	place
];

/** Which column was read as which field, which were not, and what nobody told. */
export function columnsRead(
	file: string,
	{ columns }: Sheet,
	{ fields: mapped }: Mapping,
	fields: readonly Field[],
	useful: readonly Useful[]
): ColumnsRead {
	const columnOf = (key: string) => mapped[key]?.column ?? null;
	const read = columns.flatMap((column) =>
		fields.filter(({ key }) => columnOf(key) === column).map((field) => ({ column, field }))
	);
	const used = new Set(read.map(({ column }) => column));
	return {
		file,
		read,
		unused: columns.filter((column) => !used.has(column)),
		lacking: useful.filter(({ ways }) => !ways.some((way) => way.every((key) => columnOf(key) !== null)))
	};
}

/** The same in words: a name and what is to be said of it, three times. */
export function columnWords(
	{ file, read, unused, lacking }: ColumnsRead,
	locale: Locale
): [name: string, value: string][] {
	const options = { locale };
	const listed = (words: readonly string[]) =>
		words.join(locale === 'en' ? ', ' : '、') || m.matching_sheets_columns_none({}, options);
	return [
		[
			m.matching_sheets_columns_read({ file }, options),
			listed(read.map(({ column, field }) => `${column} → ${field.label({}, options)}`))
		],
		[m.matching_sheets_columns_unused({ file }, options), listed(unused)],
		[
			m.matching_sheets_columns_lacking({ file }, options),
			listed(lacking.map(({ label }) => label({}, options)))
		]
	];
}
