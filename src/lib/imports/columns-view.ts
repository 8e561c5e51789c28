import { buildingIn, splitAddress } from './address.ts';
import { buildingsByKey, type Building } from './buildings.ts';
import { wordKey } from './cell.ts';
import { choiceName, choicesOf, meaningOf } from './choice-names.ts';
import { wordsInColumn } from './guess-columns.ts';
import { mappingValues, wordInput, type FormValues } from './mapping-form.ts';
import type { Mapping } from './mapping.ts';
import type { KeptSheet } from './sealed-sheet.server.ts';
import type { Field } from './target.ts';
import { buildingName, type ValueNames } from './value-words.ts';

/** A word of the file, and how often it stands there. */
export interface WordView {
	/** The name of the input that says what it means. */
	input: string;
	word: string;
	count: number;
}

export interface OptionView {
	value: string;
	label: string;
}

/** One field, as the screen on which columns are chosen shows it. */
export interface FieldView {
	key: string;
	label: string;
	required: boolean;
	/** What it can be; empty where any text will do. */
	options: OptionView[];
	/** What can be set for it beside its column. */
	may: { skip: boolean; clipNumber: number | null; clipText: number | null; order: boolean };
	/** Words whose meaning staff look over. */
	words: WordView[];
	/** How many different words there are in all. */
	wordCount: number;
}

/** A column of the file with some of its cells. */
export interface ColumnView {
	name: string;
	samples: string[];
}

/** Different words that are shown at once. */
const mostWords = 100;
/** With so few different words all are shown, else only those that nobody knows or that were mapped. */
const fewWords = 30;

/** Each column with its first different cells. */
export function columnViews({ columns, rows }: Pick<KeptSheet, 'columns' | 'rows'>): ColumnView[] {
	return columns.map((name, at) => {
		const samples = new Set<string>();
		for (const row of rows) {
			if (row[at]) samples.add(shortened(row[at]));
			if (samples.size === 3) break;
		}
		return { name, samples: [...samples] };
	});
}

function shortened(text: string): string {
	const line = text.replace(/\s+/g, ' ');
	return line.length > 40 ? `${[...line].slice(0, 39).join('')}…` : line;
}

/** The fields with what can be said about each, and the values of the form's inputs. */
export function fieldViews(
	sheet: Pick<KeptSheet, 'columns' | 'rows'>,
	mapping: Mapping,
	fields: readonly Field[],
	buildings: readonly Building[],
	nameOf: ValueNames['nameOf']
): { fields: FieldView[]; values: FormValues } {
	const values = mappingValues(mapping);
	const byKey = buildingsByKey(buildings);
	const names = new Map(buildings.map(({ id, name }) => [id, name]));
	const views = fields.map((field): FieldView => {
		const at = sheet.columns.indexOf(mapping.fields[field.key]?.column ?? '');
		const options = optionsOf(field, buildings, nameOf);
		const natural = (word: string) =>
			field.kind === 'building' ? names.get(buildingIn(word, byKey) ?? '') : meaningOf(field, word);
		const all = at < 0 || options.length === 0 ? [] : wordsOf(sheet.rows, at, field);
		const mapped = mapping.fields[field.key]?.words ?? {};
		const shown = all.filter(
			({ word }) =>
				(field.kind !== 'building' && all.length <= fewWords) ||
				natural(word) === undefined ||
				Object.hasOwn(mapped, wordKey(word))
		);
		const words = shown
			.slice(0, mostWords)
			.map(({ word, count }) => ({ word, count, input: wordInput(field.key, word) }));
		for (const { input, word } of words) values[input] ??= natural(word) ?? '';
		return {
			key: field.key,
			label: field.label(),
			required: field.required,
			options,
			may: settingsOf(field, options.length > 0),
			words,
			wordCount: shown.length
		};
	});
	return { fields: views, values };
}

/** The words of a column by how often they stand there; of addresses only the buildings. */
function wordsOf(rows: KeptSheet['rows'], at: number, field: Field): { word: string; count: number }[] {
	const words = wordsInColumn(rows, at, field.kind);
	if (field.kind !== 'building') return words;
	const counts = new Map<string, number>();
	for (const { word, count } of words) {
		const { building } = splitAddress(word);
		counts.set(building, (counts.get(building) ?? 0) + count);
	}
	return [...counts].map(([word, count]) => ({ word, count })).sort((a, b) => b.count - a.count);
}

function optionsOf(field: Field, buildings: readonly Building[], nameOf: ValueNames['nameOf']): OptionView[] {
	if (field.kind === 'building') {
		return buildings.map((building) => ({ value: building.name, label: buildingName(building) }));
	}
	return choicesOf(field).map(({ key }) => ({ value: key, label: choiceName(field, key, nameOf) }));
}

function settingsOf({ kind, most }: Field, hasOptions: boolean): FieldView['may'] {
	return {
		skip: hasOptions,
		clipNumber: kind === 'whole' || kind === 'minutes' ? (most ?? null) : null,
		clipText: kind === 'text' || kind === 'list' ? (most ?? null) : null,
		order: kind === 'day'
	};
}
