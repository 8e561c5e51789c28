import { describe, expect, test } from 'vitest';
import { peopleDuplicates, requestFields, residentFields } from './fields.ts';
import { guessColumns } from './guess-columns.ts';
import { readRows, sheetContext } from './read-rows.ts';

const columns = ['姓名', '电话', '楼幢'];
const options = {
	today: '2026-03-10',
	buildings: new Map([['3', 'building-3']]),
	duplicates: peopleDuplicates
};

function readAll(rows: string[][], more: Partial<Parameters<typeof readRows>[3]> = {}) {
	return readRows({ columns, rows }, guessColumns(columns, rows, residentFields), residentFields, {
		...options,
		...more
	});
}

describe('all rows of a sheet', () => {
	test('are good or bad, with how many have which fault', async () => {
		const read = await readAll([
			['周小禾', '13800000000', '3号楼'],
			['', '13800000001', '3号楼'],
			['陈一舟', '13800000002', '8号楼'],
			['', '13800000003', '8号楼']
		]);
		expect(read.good.map(({ row, value }) => [row, value.name])).toEqual([[1, '周小禾']]);
		expect(read.bad.map(({ row }) => row)).toEqual([2, 3, 4]);
		expect(read.bad[1]?.cells).toEqual(['陈一舟', '13800000002', '8号楼']);
		expect(read.totals).toEqual({ missing: 2, building_unknown: 2 });
	});

	test('that repeat an earlier one are bad and name it', async () => {
		const read = await readAll([
			['周小禾', '13800000000', ''],
			['周小禾', '138-0000-0000', ''],
			['陈一舟', '', '3号楼'],
			['陈一舟', '13800000002', '3幢'],
			['陈一舟', '', '']
		]);
		expect(read.good.map(({ row }) => row)).toEqual([1, 3, 5]);
		expect(read.bad.map(({ row, errors }) => [row, errors[0]])).toEqual([
			[2, { field: null, code: 'duplicate', params: { row: 1 } }],
			[4, { field: null, code: 'duplicate', params: { row: 3 } }]
		]);
	});

	test('are named as the file numbers them, where that is known', async () => {
		const rows = [
			['周小禾', '13800000000', ''],
			['周小禾', '13800000000', '']
		];
		const mapping = guessColumns(columns, rows, residentFields);
		const read = await readRows({ columns, rows, lines: [4, 9] }, mapping, residentFields, options);
		expect(read.bad.map(({ row, errors }) => [row, errors[0]?.params])).toEqual([[2, { row: 4 }]]);
	});

	test('of a couple with one telephone are both good, with a remark', async () => {
		const read = await readAll([
			['周小禾', '13800000000', ''],
			['陈一舟', '13800000000', '']
		]);
		expect(read.good.map(({ remarks }) => remarks)).toEqual([
			[],
			[{ field: null, code: 'shared_phone', params: { row: 1 } }]
		]);
	});

	test('ten thousand of them tell their progress and let others run in between', async () => {
		const rows = Array.from({ length: 10_000 }, (_, at) => [
			`居民${at}`,
			String(13_800_000_000 + at),
			'3号楼'
		]);
		const told: number[] = [];
		let others = 0;
		const timer = setInterval(() => others++, 0);
		const read = await readAll(rows, { onProgress: (done) => void told.push(done) });
		clearInterval(timer);
		expect(read.good).toHaveLength(10_000);
		expect(told).toEqual(Array.from({ length: 20 }, (_, at) => (at + 1) * 500));
		expect(others).toBeGreaterThan(5);
	}, 60_000);

	test('are left when people change their mind', async () => {
		const controller = new AbortController();
		const rows = Array.from({ length: 2_000 }, (_, at) => [`居民${at}`, '', '']);
		const reading = readAll(rows, { signal: controller.signal, onProgress: () => controller.abort() });
		await expect(reading).rejects.toThrow('abort');
	});
});

test('what a row needs of the others: the earliest day and the centres of areas', async () => {
	const columns = ['title', 'start date', 'postcode', 'latitude', 'longitude'];
	const rows = [
		['a', '2011-05-01', '10009', '40.0', '-74.0'],
		['b', 'January 22 2011', '10009', '40.5', '-73.0'],
		['c', 'soon', '10025', '', '']
	];
	const mapping = guessColumns(columns, rows, requestFields);
	const context = await sheetContext({ columns, rows }, mapping, requestFields, options);
	expect(context.earliest).toBe('2011-01-22');
	expect([...context.areas]).toEqual([['10009', { latitude: 40.25, longitude: -73.5 }]]);
});
