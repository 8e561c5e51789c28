import { wordKey } from './cell.ts';
import type { Choice } from './target.ts';

const separators = /[、,;/|\n]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u;
const yes = ['是', '有', '对', 'y', 'yes', 'true', '1', '√', '✓', '✔'];
const no = ['否', '无', '没有', '不是', 'n', 'no', 'false', '0', '×', '✗', '-', '/'];

/** Yes and no in the words of lists. */
export const yesAndNo: readonly Choice[] = [
	{ key: 'yes', words: yes },
	{ key: 'no', words: no }
];

const indexes = new WeakMap<readonly Choice[], Map<string, string>>();

/** The key of the choice that one of its words or the key itself names, or undefined. */
export function keyOf(choices: readonly Choice[], word: string): string | undefined {
	return wordsOf(choices).get(wordKey(word));
}

/** The words of a cell that lists several. */
export function splitWords(text: string): string[] {
	return text
		.normalize('NFKC')
		.split(separators)
		.map((word) => word.trim())
		.filter((word) => word !== '');
}

/**
 * The one choice whose word the text holds or which holds the text, for a guess that people look over: `理发（免费）` is
 * `理发`. Undefined where there is none, or more than one.
 */
export function nearestKey(choices: readonly Choice[], text: string): string | undefined {
	const wanted = wordKey(text);
	const least = /\p{Script=Han}/u.test(wanted) ? 2 : 4;
	const near = new Set<string>();
	for (const [word, key] of wordsOf(choices)) {
		if (word.length >= least && wanted.includes(word)) near.add(key);
		if (wanted.length >= least && word.includes(wanted)) near.add(key);
	}
	return near.size === 1 ? [...near][0] : undefined;
}

function wordsOf(choices: readonly Choice[]): Map<string, string> {
	let index = indexes.get(choices);
	if (!index) {
		index = new Map(choices.flatMap(({ key, words }) => [key, ...words].map((word) => [wordKey(word), key])));
		indexes.set(choices, index);
	}
	return index;
}
