import type { Params } from '#lib/shared/errors.ts';
import { buildingIn, doorIn, splitAddress } from './address.ts';
import { wordKey } from './cell.ts';
import { hideIdNumbers } from './id-number.ts';
import type { FieldMapping } from './mapping.ts';
import { meaningOf } from './choice-names.ts';
import { splitWords } from './read-choice.ts';
import { readDay } from './read-day.ts';
import { isShortened, readDegrees, readMetres, readMinutes, readWhole } from './read-number.ts';
import { readPhone } from './read-phone.ts';
import type { Field, FieldKind, Kinds } from './target.ts';
import { readWeeklyTimes } from './weekly-times.ts';

/** What can be wrong with one cell; words in `words.ts`. */
export type CellErrorCode =
	| 'missing'
	| 'too_long'
	| 'day_unclear'
	| 'number_unclear'
	| 'number_too_small'
	| 'number_too_large'
	| 'number_shortened'
	| 'phone_unclear'
	| 'yes_no_unclear'
	| 'word_unknown'
	| 'building_unknown'
	| 'times_unclear'
	| 'coordinate_unclear';

export type Reading<T> = { value: T | null } | Fault;

interface Fault {
	code: CellErrorCode;
	params: Params;
}

/** What reading a cell needs to know beside its text. */
export interface CellContext {
	field: Field;
	mapping: FieldMapping;
	/** `buildingKey` of each building of the community to its id. */
	buildings: ReadonlyMap<string, string>;
}

type Reader<T> = (text: string, context: CellContext) => Reading<T>;

const unclear =
	(code: CellErrorCode) =>
	(text: string): Fault => ({ code, params: { value: shown(text) } });

const readers: { [K in FieldKind]: Reader<Kinds[K]> } = {
	text: (text, context) => bounded(hideIdNumbers(text), context),
	list: (text, context) => {
		const words: string[] = [];
		for (const word of splitWords(hideIdNumbers(text))) {
			const reading = bounded(word, context);
			if ('code' in reading) return reading;
			words.push(reading.value);
		}
		return { value: [...new Set(words)] };
	},
	day: (text, { field, mapping }) =>
		orElse(readDay(text, mapping.dayOrder, field.monthIsEnough), text, unclear('day_unclear')),
	whole: (text, context) => within(readWhole(text), text, context),
	metres: (text) => orElse(readMetres(text), text, unclear('number_unclear')),
	minutes: (text, context) => within(readMinutes(text), text, context),
	phone: (text) =>
		orElse(readPhone(text), text, unclear(isShortened(text) ? 'number_shortened' : 'phone_unclear')),
	yes_no: (text, { field, mapping }) => {
		const reading = keyed(text, mapping, (word) => meaningOf(field, word), 'yes_no_unclear');
		if ('code' in reading) return reading;
		return { value: reading.value === null ? null : reading.value === 'yes' };
	},
	choice: (text, { field, mapping }) =>
		keyed(text, mapping, (word) => meaningOf(field, word), 'word_unknown'),
	choices: readChoices,
	building: (text, { mapping, buildings }) => {
		const { building } = splitAddress(text);
		const spoken = !isMapped(text, mapping) && isMapped(building, mapping) ? building : text;
		return keyed(spoken, mapping, (word) => buildingIn(word, buildings), 'building_unknown');
	},
	door: (text, context) => bounded(doorIn(text), context),
	weekly_times: (text) => orElse(readWeeklyTimes(text), text, unclear('times_unclear')),
	latitude: (text) => orElse(readDegrees(text, 90), text, unclear('coordinate_unclear')),
	longitude: (text) => orElse(readDegrees(text, 180), text, unclear('coordinate_unclear'))
};

/** Reads the text of one cell as what its field is; an empty cell is nothing. */
export function readField(text: string, context: CellContext): Reading<Kinds[FieldKind]> {
	const told = text === '' ? (context.mapping.fallback ?? '') : text;
	const reading: Reading<Kinds[FieldKind]> =
		told === '' ? { value: null } : readers[context.field.kind](told, context);
	const isNothing = 'value' in reading && (reading.value === null || isEmpty(reading.value));
	if (!isNothing) return reading;
	return context.field.required ? { code: 'missing', params: {} } : { value: null };
}

function readChoices(text: string, { field, mapping }: CellContext): Reading<string[]> {
	const lookUp = (word: string) => named(word, mapping, (one) => meaningOf(field, one));
	const whole = lookUp(text);
	if (whole !== undefined) return { value: whole === null ? null : [whole] };
	const keys = new Set<string>();
	for (const word of splitWords(text)) {
		const key = lookUp(word);
		if (key) keys.add(key);
		else if (key === undefined && mapping.unknown === 'reject') return unclear('word_unknown')(word);
	}
	return { value: [...keys] };
}

function keyed(
	text: string,
	mapping: FieldMapping,
	lookUp: (word: string) => string | undefined,
	code: CellErrorCode
): Fault | { value: string | null } {
	const key = named(text, mapping, lookUp);
	if (key !== undefined) return { value: key };
	return mapping.unknown === 'skip' ? { value: null } : unclear(code)(text);
}

/** What a word means, or the word that the mapping puts in its place; null: left out; undefined: nobody knows it. */
function named(
	text: string,
	{ words }: FieldMapping,
	lookUp: (word: string) => string | undefined
): string | null | undefined {
	const instead = isMapped(text, { words }) ? words?.[wordKey(text)] : text;
	return typeof instead === 'string' ? lookUp(instead) : null;
}

function isMapped(text: string, { words }: Pick<FieldMapping, 'words'>): boolean {
	return words !== undefined && Object.hasOwn(words, wordKey(text));
}

function within(number: number | null, text: string, { field, mapping }: CellContext): Reading<number> {
	if (number === null) return unclear(isShortened(text) ? 'number_shortened' : 'number_unclear')(text);
	const { least = 0, most = Number.MAX_SAFE_INTEGER } = field;
	if (number >= least && number <= most) return { value: number };
	if (number < least) return { code: 'number_too_small', params: { value: number, least } };
	if (mapping.beyond === 'clip') return { value: most };
	return { code: 'number_too_large', params: { value: number, most } };
}

function bounded(text: string, { field: { most = 1000 }, mapping }: CellContext): Fault | { value: string } {
	if (text.length <= most) return { value: text };
	if (mapping.beyond === 'clip') return { value: `${[...text].slice(0, most - 1).join('')}…` };
	return { code: 'too_long', params: { most, value: shown(text) } };
}

function orElse<T>(value: T | null, text: string, otherwise: (text: string) => Reading<T>): Reading<T> {
	return value === null ? otherwise(text) : { value };
}

function isEmpty(value: Kinds[FieldKind]): boolean {
	return (Array.isArray(value) || typeof value === 'string') && value.length === 0;
}

function shown(text: string): string {
	return text.length > 60 ? `${[...text].slice(0, 59).join('')}…` : text;
}
