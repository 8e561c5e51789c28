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
/** Each is asked for by a gate, or a cautious figure stands for it: without it people are kept from coming. */
export const usefulOfVolunteers: readonly Useful[] = [
	{ label: m.imports_field_skills, ways: [['skills']] },
	{ label: m.imports_field_skills_confirmed, ways: [['skillsConfirmed']] },
	{ label: m.imports_field_born_on, ways: [['bornOn']] },
	{ label: m.matching_sheets_field_vetted, ways: [['vetted']] },
	{ label: m.matching_sheets_field_insured, ways: [['insured']] },
	{ label: m.imports_field_times, ways: [['times']] },
	{ label: m.matching_sheets_field_reach, ways: [['reach']] },
	{ label: m.matching_sheets_field_tasks, ways: [['tasks']] },
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

/** What no column of a file tells, by its labels. */
export function lackingWords({ lacking }: ColumnsRead, locale: Locale): string[] {
	return lacking.map(({ label }) => label({}, { locale }));
}

/** The same in words: a name and what is to be said of it, three times. */
export function columnWords(columns: ColumnsRead, locale: Locale): [name: string, value: string][] {
	const { file, read, unused } = columns;
	const options = { locale };
	const listed = (words: readonly string[]) =>
		words.join(locale === 'en' ? ', ' : '、') || m.matching_sheets_columns_none({}, options);
	return [
		[
			m.matching_sheets_columns_read({ file }, options),
			listed(read.map(({ column, field }) => `${column} → ${field.label({}, options)}`))
		],
		[m.matching_sheets_columns_unused({ file }, options), listed(unused)],
		[m.matching_sheets_columns_lacking({ file }, options), listed(lackingWords(columns, locale))]
	];
}
