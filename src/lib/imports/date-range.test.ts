import { expect, test } from 'vitest';
import { dateRange } from './date-range.ts';
import { requestFields } from './fields.ts';
import { guessColumns } from './guess-columns.ts';

const columns = ['标题', '开始日期', '结束日期'];
const rows = [
	['a', '2011-01-22', '2011-02-05'],
	['b', '2011-06-01', ''],
	['c', '', '']
];
const mapping = guessColumns(columns, rows, requestFields);

test('the days of a sheet reach from the first to the last, before and after they are moved', () => {
	const shift = { kind: 'to_week', day: '2026-12-07' } as const;
	expect(dateRange({ columns, rows }, { ...mapping, shift }, requestFields)).toEqual({
		before: { from: '2011-01-22', to: '2011-06-01' },
		after: { from: '2026-12-12', to: '2027-04-21' }
	});
});

test('a sheet without days has none', () => {
	expect(dateRange({ columns, rows: [['a', '', '']] }, mapping, requestFields)).toBeNull();
});
