import { readSheet as readCells } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { requestFields, residentFields, volunteerFields } from './fields.ts';
import { guessColumns } from './guess-columns.ts';
import { blankSheet, rejectsCsv, rejectsSheet } from './rejects.server.ts';
import type { BadRow } from './read-rows.ts';
import { readRow } from './read-row.ts';
import { readSheet } from './sheet.server.ts';
import { withChoices, type Field } from './target.ts';

const columns = ['姓名', '电话'];
const bad: BadRow[] = [
	{
		row: 3,
		cells: ['=HYPERLINK("http://x")', '+8612'],
		errors: [
			{ field: 'phone', code: 'phone_unclear', params: { value: '+8612' } },
			{ field: null, code: 'duplicate', params: { row: 1 } }
		]
	}
];

describe('the rows that were not imported', () => {
	test('come back with their reasons, as text that no spreadsheet computes', async () => {
		const cells = await readCells(Buffer.from(await rejectsSheet(columns, bad, residentFields, 'zh-CN')));
		expect(cells).toEqual([
			['原因', '姓名', '电话'],
			['电话：电话号码看不懂：+8612；与第 1 行重复', `'=HYPERLINK("http://x")`, "'+8612"]
		]);
	});

	test('come in English as well, and as CSV', () => {
		const csv = rejectsCsv(columns, bad, residentFields, 'en');
		expect(csv.startsWith('\ufeffReason,姓名,电话\r\n')).toBe(true);
		expect(csv).toContain('Phone: cannot read this phone number: +8612; says the same as row 1');
		expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
	});

	test('can be mended and brought again', async () => {
		const again = await readSheet(await rejectsSheet(columns, bad, residentFields, 'zh-CN'), 'again.xlsx');
		expect(again.rows[0]?.slice(1)).toEqual(bad[0]?.cells);
	});
});

describe.each(['zh-CN', 'en'] as const)('the empty sheet to fill in, %s', (locale) => {
	const skills = [
		{ key: 'haircuts', words: ['理发'] },
		{ key: 'plumbing', words: ['修水管'] }
	];
	const need = [{ key: 'repairs', words: ['修水管、水龙头', 'tap or water pipe'] }];
	const targets: [string, readonly Field[]][] = [
		['residents', residentFields],
		['volunteers', withChoices(volunteerFields, { skills })],
		['requests', withChoices(requestFields, { need })]
	];

	test.each(targets)(
		'of %s has columns that are recognised, and an example that reads well',
		async (_, fields) => {
			const sheet = await readSheet(await blankSheet(fields, locale), 'template.xlsx');
			expect(sheet.columns).toEqual(fields.map(({ label }) => label({}, { locale })));
			const mapping = guessColumns(sheet.columns, sheet.rows, fields);
			expect(Object.entries(mapping.fields).map(([key, { column }]) => [key, column])).toEqual(
				fields.map(({ key, label }) => [key, label({}, { locale })])
			);
			const reading = readRow(sheet.rows[0] ?? [], mapping, fields, {
				columns: sheet.columns,
				today: '2026-03-10',
				buildings: new Map([['3', 'building-3']]),
				earliest: null,
				areas: new Map()
			});
			expect(reading).toEqual({ errors: [{ field: null, code: 'example_row', params: {} }] });
		}
	);
});
