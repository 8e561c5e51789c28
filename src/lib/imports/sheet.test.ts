import { describe, expect, test } from 'vitest';
import { sheetLimits, toSheet } from './sheet.ts';

describe('the header of a sheet', () => {
	test('may stand below a title and remarks', () => {
		const sheet = toSheet([
			['东苑社区志愿者花名册', '', '', ''],
			['填表人：周小禾', '', '', '2026年3月'],
			['', '', '', ''],
			['姓名', '性别', '电话', '备注'],
			['陈一舟', '男', '13800000000', ''],
			['', '', '', ''],
			['周小禾', '女', '', '']
		]);
		expect(sheet.columns).toEqual(['姓名', '性别', '电话', '备注']);
		expect(sheet.rows).toEqual([
			['陈一舟', '男', '13800000000', ''],
			['周小禾', '女', '', '']
		]);
		expect(sheet.lines).toEqual([5, 7]);
	});

	test('gets names for blank and repeated ones; columns without anything are left out', () => {
		const { columns } = toSheet([
			['电话', '', '', '电话', '联系\n人'],
			['1', '2', '', '3', '4']
		]);
		expect(columns).toEqual(['电话', '#2', '电话 (2)', '联系 人']);
	});

	test('must be there', () => {
		expect(() => toSheet([['周小禾', '13800000000']])).toThrow('sheet_no_header');
		expect(() => toSheet([['周小禾', '2026-03-10']])).toThrow('sheet_no_header');
		expect(() => toSheet([['1', '2.5']])).toThrow('sheet_no_header');
	});

	test('alone is not enough', () => {
		expect(() => toSheet([['姓名', '电话']])).toThrow('sheet_no_rows');
		expect(() => toSheet([])).toThrow('sheet_empty');
	});
});

describe('the size of a sheet', () => {
	const wide = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`);

	test('is at most sixty columns', () => {
		expect(toSheet([wide(60), wide(60)]).columns).toHaveLength(60);
		expect(() => toSheet([wide(100), wide(100)])).toThrow('sheet_too_many_columns');
	});

	test('is at most twenty thousand rows', () => {
		const rows = Array.from({ length: sheetLimits.rows }, () => ['x']);
		expect(toSheet([['姓名'], ...rows]).rows).toHaveLength(sheetLimits.rows);
		expect(() => toSheet([['姓名'], ...rows, ['y']])).toThrow('sheet_too_many_rows');
	});
});

test('rows are as wide as the header, short ones filled up', () => {
	expect(toSheet([['姓名', '电话', '备注'], ['周小禾'], ['陈一舟', '', 'x', 'y']]).rows).toEqual([
		['周小禾', '', '', ''],
		['陈一舟', '', 'x', 'y']
	]);
});

test('identity numbers do not come in', () => {
	const sheet = toSheet([
		['姓名', '身份证号'],
		['周小禾', '11010519491231002X']
	]);
	expect(sheet.rows).toEqual([['周小禾', '***']]);
});
