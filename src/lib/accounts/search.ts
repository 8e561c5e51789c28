import { pinyin } from 'pinyin-pro';

function pairs(text: string): string[] {
	const letters = [...text];
	if (letters.length < 2) return letters;
	return letters.slice(1).map((letter, at) => letters[at]! + letter);
}

function initials(text: string): string {
	return pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
		.join('')
		.toLowerCase();
}

/** A name without what nobody sees: spaces, and characters that the database may refuse, such as NUL. */
function plainOf(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s\p{C}]+/gu, '');
}

/** What a name is found by: its characters, its character pairs, and the pairs of its pinyin initials. */
export function searchTokens(name: string): string[] {
	const plain = plainOf(name);
	return [...new Set([...plain, ...pairs(plain), ...pairs(initials(plain))])];
}

/** The tokens that a name must hold to answer a search; all of them must be there. */
export function queryTokens(query: string): string[] {
	return [...new Set(pairs(plainOf(query)))];
}
