import { expect, test } from 'vitest';
import { residentFields } from './fields.ts';
import { fileErrorWords, rowErrorWords } from './words.ts';

test("a fault is told in the reader's language, with the field before it", () => {
	const error = { field: 'bornOn', code: 'day_unclear', params: { value: 'abc' } } as const;
	expect(rowErrorWords(error, residentFields, 'zh-CN')).toBe('出生日期：日期看不懂：abc');
	expect(rowErrorWords(error, residentFields, 'en')).toBe('Date of birth: cannot read this date: abc');
});

test('a fault of the whole row stands alone', () => {
	const error = { field: null, code: 'duplicate', params: { row: 7 } } as const;
	expect(rowErrorWords(error, residentFields, 'zh-CN')).toBe('与第 7 行重复');
});

test('a file is refused in words', () => {
	const words = fileErrorWords('sheet_too_many_columns', { count: 100, most: 60 }, 'zh-CN');
	expect(words).toBe('有 100 列，最多 60 列。请只留下需要的列。');
	expect(fileErrorWords('request_approved', {}, 'zh-CN')).toBeUndefined();
});
