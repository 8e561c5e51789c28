import { describe, expect, it } from 'vitest';
import { queryTokens, searchTokens } from './search.ts';

/** Whether a name is found as the desk's list finds it: it holds every token of what was typed. */
const finds = (typed: string, name: string) =>
	queryTokens(typed).every((token) => searchTokens(name).includes(token));

describe('a name', () => {
	it.each(['陈', '陈秀', '秀英', '陈秀英', ' 陈 秀英', 'cx', 'CXY', 'xy'])('is found by %j', (typed) => {
		expect(finds(typed, '陈秀英')).toBe(true);
	});
	it.each(['王', '英秀', '陈英', '陈秀英们', 'yx'])('is not found by %j', (typed) => {
		expect(finds(typed, '陈秀英')).toBe(false);
	});
	it('in Latin letters is found by its parts, whatever their case', () => {
		expect([
			finds('anna', 'Anna Schmidt'),
			finds('SCHMIDT', 'Anna Schmidt'),
			finds('annas', 'Anna Schmidt')
		]).toEqual([true, true, true]);
		expect(finds('anne', 'Anna Schmidt')).toBe(false);
	});
	it('of one character is found by it', () => {
		expect(finds('宁', '宁')).toBe(true);
	});
	it('is found by nothing typed, which asks for all', () => {
		expect(queryTokens('  ')).toEqual([]);
	});
	it('is found past what nobody sees', () => {
		expect(queryTokens('\0 \u200b')).toEqual([]);
		expect(finds('安\0娜', '安娜')).toBe(true);
	});
});
