import { afterAll, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { AppError, errorStatus, type ErrorCode } from '#lib/shared/errors.ts';
import { errorWords, fieldWords, wordsByField } from './error-words.server.ts';

function inEach<T>(say: () => T): T[] {
	return (['zh-CN', 'en'] as const).map((locale) => {
		overwriteGetLocale(() => locale);
		return say();
	});
}

// other files share this process
afterAll(() => overwriteGetLocale(() => 'zh-CN'));

describe('the words of an error', () => {
	it.each(Object.keys(errorStatus) as ErrorCode[])('are there for %s in both languages', (code) => {
		const [zh, en] = inEach(() => errorWords(new AppError(code)));
		expect(zh).toMatch(/\p{Script=Han}/u);
		expect(en).toMatch(/^[A-Z][^\p{Script=Han}]+$/u);
	});
	it('are finer where the detail has words of its own, with its values', () => {
		const pause = new AppError('too_many', 'pause', { seconds: 42, minutes: 1 });
		for (const words of inEach(() => errorWords(pause))) expect(words).toContain('42');
		expect(inEach(() => errorWords(pause))).not.toEqual(inEach(() => errorWords(new AppError('too_many'))));
	});
	it('are those of the code where the detail has none', () => {
		const [zh] = inEach(() => errorWords(new AppError('invalid', 'toString')));
		expect(zh).toBe(inEach(() => errorWords(new AppError('invalid')))[0]);
	});
});

describe('the words of a field', () => {
	it('are there for all that a schema says, and for what it may say one day', () => {
		const general = inEach(() => fieldWords('invalid'));
		for (const code of [
			'required',
			'choose',
			'too_long:60',
			'too_small:1',
			'too_big:9',
			'between:1:30',
			'six_digits'
		]) {
			expect(
				inEach(() => fieldWords(code)),
				code
			).not.toEqual(general);
		}
		expect(inEach(() => fieldWords('something_new'))).toEqual(general);
	});
	it('say the limit that was passed', () => {
		for (const code of ['too_big:1440', 'too_long:1440'])
			for (const words of inEach(() => fieldWords(code))) expect(words).toContain('1440');
	});
	it('are those of a list where one of its entries is wrong, and none stand where nothing is wrong', () => {
		const said = { name: ['required'], weekdays: { 0: ['choose'], 2: ['choose'] }, words: undefined };
		inEach(() =>
			expect(wordsByField(said)).toEqual({
				name: [fieldWords('required')],
				weekdays: [fieldWords('choose')]
			})
		);
	});
});
