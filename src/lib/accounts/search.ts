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

/** What a name is found by: its characters, its character pairs, and the pairs of its pinyin initials. */
export function searchTokens(name: string): string[] {
	const plain = name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
	return [...new Set([...plain, ...pairs(plain), ...pairs(initials(plain))])];
}

/** The tokens that a name must hold to answer a search; all of them must be there. */
export function queryTokens(query: string): string[] {
	const plain = query.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
	return [...new Set(pairs(plain))];
}
