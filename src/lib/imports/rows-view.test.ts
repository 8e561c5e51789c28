import { expect, test } from 'vitest';
import { requestFields } from './fields.ts';
import { guessColumns } from './guess-columns.ts';
import { readRows } from './read-rows.ts';
import { columnsShown, readRowsAddress, rowViews, totalViews } from './rows-view.ts';
import { withChoices } from './target.ts';

const fields = withChoices(requestFields, { need: [{ key: 'shopping', words: ['买菜'] }] });
const sheet = {
	columns: ['标题', '类别', '结束日期'],
	rows: [
		['甲', '买菜', '2026-12-05'],
		['乙', '跑腿', '2026-12-05'],
		['丙', '跑腿', '2020-01-01']
	],
	lines: [3, 5, 6]
};
const mapping = guessColumns(sheet.columns, sheet.rows, fields);
const read = await readRows(sheet, mapping, fields, { today: '2026-11-23' });
const names = {
	nameOf: (field: string, key: string) => (field === 'need' ? `(${key})` : undefined),
	buildings: []
};

function view(search: string) {
	const address = readRowsAddress(new URLSearchParams(search), read);
	return rowViews(read, sheet, address, mapping, fields, names);
}

test('rows with problems come first to see, each with its number in the file and its cells as they are', () => {
	const { rows, total } = view('');
	expect(total).toBe(2);
	expect(rows[0]).toMatchObject({
		line: 5,
		good: false,
		cells: { title: '乙', need: '跑腿', toDay: '2026-12-05' }
	});
	expect(rows[0]?.words).toHaveLength(1);
	expect(rows[1]?.words).toHaveLength(2);
});

test('good rows are said as they were understood', () => {
	expect(view('show=good').rows).toMatchObject([
		{ line: 3, good: true, words: [], cells: { need: '(shopping)' } }
	]);
});

test('one kind of fault can be picked, and all rows stand in the order of the file', () => {
	expect(view('code=day_over').rows.map(({ line }) => line)).toEqual([6]);
	expect(view('show=all&code=nonsense').rows.map(({ line }) => line)).toEqual([3, 5, 6]);
	expect(totalViews(read).map(({ code, count }) => [code, count])).toEqual([
		['word_unknown', 2],
		['day_over', 1]
	]);
});

test('only fields that the sheet tells are columns', () => {
	expect(columnsShown(mapping, fields).map(({ key }) => key)).toEqual(['title', 'need', 'toDay']);
});
