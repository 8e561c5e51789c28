import { expect, test } from 'vitest';
import { columnViews, fieldViews } from './columns-view.ts';
import { requestFields } from './fields.ts';
import { guessColumns } from './guess-columns.ts';
import { withChoices } from './target.ts';

const fields = withChoices(requestFields, { need: [{ key: 'shopping', words: ['买菜'] }] });
const buildings = [{ id: 'b3', name: '东园 3 号楼', nameEn: 'Dongyuan 3', compound: '东园' }];
const sheet = {
	columns: ['标题', '类别', '楼幢'],
	rows: [
		['帮忙', '买菜', '3号楼'],
		['帮忙', '跑腿', '三号楼'],
		['', '跑腿', '9号楼2单元501'],
		['', '', '9号楼101'],
		['', '', '3号楼2单元501']
	]
};
const mapping = guessColumns(sheet.columns, sheet.rows, fields);
const view = fieldViews(sheet, mapping, fields, buildings, () => undefined);
const words = (key: string) => view.fields.find((field) => field.key === key)?.words;

test('a column shows its first different cells', () => {
	expect(columnViews(sheet)[0]).toEqual({ name: '标题', samples: ['帮忙'] });
});

test('the words of a category are counted, most frequent first, with what they are known to mean', () => {
	expect(words('need')).toEqual([
		{ input: 'word.need.跑腿', word: '跑腿', count: 2 },
		{ input: 'word.need.买菜', word: '买菜', count: 1 }
	]);
	expect([view.values['word.need.跑腿'], view.values['word.need.买菜']]).toEqual(['', 'shopping']);
});

test('of buildings only those are asked about that nobody knows', () => {
	expect(words('building')?.map(({ word, count }) => [word, count])).toEqual([['9号楼', 2]]);
});
