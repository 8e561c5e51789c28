import { describe, expect, test } from 'vitest';
import { cleanCell, neutralCell, wordKey } from './cell.ts';

describe('the text of a cell', () => {
	test('loses blanks around it, NUL, control and direction characters', () => {
		expect(cleanCell('\u3000\u00a0 周\u0000小\u202e禾\ufeff\u0007 ')).toBe('周小禾');
	});

	test('keeps emoji whole, joined ones too', () => {
		expect(cleanCell(' 谢谢👩‍🦽❤️ ')).toBe('谢谢👩‍🦽❤️');
	});

	test('has no half of a surrogate pair, which the database would refuse', () => {
		expect(cleanCell('a\ud83d')).toBe('a\ufffd');
	});

	test('is in one Unicode form, with plain line breaks', () => {
		expect(cleanCell('e\u0301\r\nb\rc\td')).toBe('\u00e9\nb\nc d');
	});
});

describe('a cell handed back', () => {
	test.each(['=1+1', '+8613800000000', '-2', '@SUM(A1)', '\tx', '＝1'])(
		'%j is no formula any more',
		(text) => {
			expect(neutralCell(text)).toBe(`'${text}`);
		}
	);

	test('is left alone where it is plain, and comes back as it was', () => {
		expect(neutralCell('周小禾')).toBe('周小禾');
		expect(cleanCell(neutralCell('+8613800000000'))).toBe('+8613800000000');
		expect(cleanCell("'quoted'")).toBe("'quoted'");
	});
});

test('words are the same in any width and case', () => {
	expect(wordKey('  ＡＢ  c ')).toBe('ab c');
});
