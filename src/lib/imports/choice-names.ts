import { m } from '#lib/paraglide/messages.js';
import { keyOf, yesAndNo } from './read-choice.ts';
import type { Choice, Field, Word } from './target.ts';

const names: Readonly<Record<string, Word>> = {
	yes: m.imports_yes,
	no: m.imports_no,
	female: m.imports_gender_female,
	male: m.imports_gender_male
};

/** The answers that a field knows; those of a yes or no are two, whatever words mean them. */
export function choicesOf({ kind, choices = [] }: Field): readonly Choice[] {
	return kind === 'yes_no' ? yesAndNo : choices;
}

/** The answer that a word of a sheet means by itself, or undefined. */
export function meaningOf(field: Field, word: string): string | undefined {
	return keyOf(field.choices ?? [], word) ?? (field.kind === 'yes_no' ? keyOf(yesAndNo, word) : undefined);
}

/** An answer in the reader's language: as the feature calls it, else as this room does. */
export function choiceName(
	field: Field,
	key: string,
	nameOf: (field: string, key: string) => string | undefined
): string {
	return nameOf(field.key, key) ?? names[key]?.() ?? key;
}
