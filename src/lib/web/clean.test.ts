import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanForm, cleanText } from './clean.ts';

describe('a text from outside', () => {
	it('keeps what people type, on lines', () => {
		expect(cleanText('水龙头漏水\n\t“请快一点” 🙏')).toBe('水龙头漏水\n\t“请快一点” 🙏');
		expect(cleanText('one\r\ntwo\rthree')).toBe('one\ntwo\nthree');
	});
	it('loses what no one types: NUL, bells, escapes', () => {
		expect(cleanText('a\u0000b\u0007c\u001b[31m\u0085d')).toBe('abc[31md');
	});
	it('loses what turns the direction of writing; what joins pictures stays', () => {
		expect(cleanText('photo\u202egnp.exe')).toBe('photognp.exe');
		expect(cleanText('\u2066李\u2069\u200f\u061c\u200e\u202a敏\u202c')).toBe('李敏');
		expect(cleanText('👩\u200d🔧')).toBe('👩\u200d🔧');
	});
	it('loses what nobody sees: of such characters alone nothing is left', () => {
		expect(cleanText('\u200b\u200b\ufeff\u2060\u00ad\u3164\u2800\u200d\ufe0f\u{e0041}')).toBe('');
		expect(cleanText('李\u200b敏\ufeff')).toBe('李敏');
		expect(cleanText('李\u200d敏 \ufe0f')).toBe('李敏 ');
	});
	it('keeps what pictures and variants of a character are made of', () => {
		for (const said of [
			'👩🏽\u200d🔧',
			'❤\ufe0f\u200d🔥',
			'👨\u200d👩\u200d👧',
			'🏴\u{e0067}\u{e0062}\u{e007f}',
			'葛\u{e0100}'
		])
			expect(cleanText(said)).toBe(said);
	});
	it('is composed, so that the same word is the same bytes', () => {
		expect(cleanText('cafe\u0301')).toBe('café');
	});
	it('can always be stored, and cleaning again changes nothing', () => {
		const wild = fc
			.array(
				fc.oneof(
					fc.nat(0x10ffff),
					fc.nat(0x330),
					fc.constantFrom(0x200d, 0x200b, 0xfe0f, 0x1f3f4, 0xe0067, 0x1f527, 0x1f3fd)
				)
			)
			.map((codes) => String.fromCodePoint(...codes));
		fc.assert(
			fc.property(wild, (text) => {
				const clean = cleanText(text);
				expect(clean.isWellFormed()).toBe(true);
				expect(clean).not.toContain('\u0000');
				expect(cleanText(clean)).toBe(clean);
			}),
			{ numRuns: 1000 }
		);
	});
});

describe('a form from outside', () => {
	it('is cleaned in names and texts; files stay as they are', () => {
		const sent = new FormData();
		sent.append('no\u0000te', 'a\u0000b');
		sent.append('skill', 'sewing');
		sent.append('skill', 'cooking');
		sent.append('photo', new File([new Uint8Array([0, 1, 2])], 'p.png'));
		const clean = cleanForm(sent);
		expect(clean.get('note')).toBe('ab');
		expect(clean.getAll('skill')).toEqual(['sewing', 'cooking']);
		expect((clean.get('photo') as File).size).toBe(3);
	});
});
