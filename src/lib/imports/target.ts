import type { m } from '#lib/paraglide/messages.js';
import type { Day } from '#lib/shared/time.ts';
import type { Place } from './lay-place.ts';
import type { WeeklyTime } from './weekly-times.ts';

/** A message that takes no values. */
export type Word = typeof m.imports_field_name;
export type Locale = NonNullable<NonNullable<Parameters<Word>[1]>['locale']>;

/** What each kind of field is once read. */
export interface Kinds {
	text: string;
	/** Free words, as many as there are. */
	list: string[];
	day: Day;
	whole: number;
	minutes: number;
	/** On a map of the reader's own, whole metres. */
	metres: number;
	phone: string;
	yes_no: boolean;
	/** The key of one choice. */
	choice: string;
	choices: string[];
	/** The id of a building of the community. */
	building: string;
	door: string;
	weekly_times: WeeklyTime[];
	latitude: number;
	longitude: number;
}

export type FieldKind = keyof Kinds;

/** One answer that a field knows, with the words that mean it, in Chinese and English. */
export interface Choice {
	readonly key: string;
	readonly words: readonly string[];
}

/** One thing that a row may tell. */
export interface Field {
	readonly key: string;
	readonly kind: FieldKind;
	readonly required: boolean;
	/** How people call it: heads the column of the template. */
	readonly label: Word;
	/** A cell that reads well, for the template's example row. */
	readonly example: Word;
	/** Words that head such a column, lower case. */
	readonly synonyms: readonly string[];
	readonly choices?: readonly Choice[];
	/** The least a number may be. */
	readonly least?: number;
	/** The most a number may be, or a text be long. */
	readonly most?: number;
	/** A day that must not lie ahead (a birthday), or must not be over. */
	readonly when?: 'past' | 'ahead';
	/** Enough to know the month, as rosters write birthdays. */
	readonly monthIsEnough?: boolean;
	/** Moves along when the dates of a sheet are shifted. */
	readonly moves?: boolean;
	/** The key of a day that must not come later than this one. */
	readonly notBefore?: string;
}

/** Words written as one line, `，` between them. */
export function listed(words: string): readonly string[] {
	return words.split('，');
}

/** A row as read: each field by its key, null where the row says nothing; `place` where it has coordinates or an area. */
export type RowOf<F extends readonly Field[]> = {
	[One in F[number] as One['key']]: Kinds[One['kind']] | (One['required'] extends true ? never : null);
} & { place: Place | null };

export type AnyRow = Record<string, Kinds[FieldKind] | Place | null>;

/** When two rows of a sheet say the same twice: equal in all of `same`, with all of `given` present. */
export interface DuplicateRule {
	code: 'duplicate' | 'shared_phone';
	same: readonly string[];
	given: readonly string[];
	/** A duplicate is not imported; otherwise the row carries a remark. */
	blocks: boolean;
}

/** What staff can bring sheets of. */
export const targetKeys = ['residents', 'volunteers', 'requests'] as const;
export type TargetKey = (typeof targetKeys)[number];

/** The fields with the answers filled in that only a higher feature or the community knows (needs, skills). */
export function withChoices<F extends readonly Field[]>(
	fields: F,
	choices: Record<string, readonly Choice[]>
): F {
	const filled = fields.map((field) =>
		choices[field.key] ? { ...field, choices: choices[field.key] } : field
	);
	return filled as readonly Field[] as F;
}
