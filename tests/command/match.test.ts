import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { categories } from '#tests/bench/support/calls-mapping.ts';
import { inventedPool } from '#tests/bench/support/pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'linli-match-'));
const calls = resolve('../shared/data/nyc-volunteer-opportunities.csv');
afterAll(() => rmSync(folder, { recursive: true }));

const now = '2026-11-23T08:30:00+08:00';

interface Ended {
	code: number;
	said: string;
	complained: string;
}

/** The command itself, as a person calls it. */
function match(...args: string[]): Promise<Ended> {
	return new Promise((resolve) => {
		execFile(process.execPath, ['scripts/match.ts', ...args], (error, said, complained) =>
			resolve({ code: error ? Number(error.code) : 0, said, complained })
		);
	});
}

function file(name: string, lines: readonly string[]): string {
	const path = join(folder, name);
	writeFileSync(path, lines.join('\n'));
	return path;
}

/** What was written, opened by a library that did not write it: the rows of each sheet by its name. */
async function opened(path: string): Promise<Map<string, unknown[][]>> {
	const sheets = await readXlsxFile(path);
	return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

const requests = [
	'编号,标题,类别,开始日期,结束日期,人数,纬度,经度,求助人',
	'R1,厨房水龙头漏水,修水管、水龙头,2026-11-24,2026-11-25,1,30.0000,120.0000,王阿姨',
	'R2,排队取药,跑腿取物,2026-11-24,2026-11-24,1,30.0010,120.0010,李大爷',
	'R3,这行看不懂,没有这种事,2026-11-24,,1,30.0010,120.0010,',
	'R4,爷爷想剪头发,理发,2026-11-24,2026-11-26,1,30.0050,120.0000,赵奶奶'
];
const volunteers = [
	'编号,姓名,性别,出生日期,技能,技能已核实,服务时间,纬度,经度,最远距离（米）',
	'V1,测试甲,男,1980-01-01,修水管,是,每天上午,30.0005,120.0005,1500',
	'V2,测试乙,女,1975-01-01,修水管,是,每天上午,30.0030,120.0005,1500',
	'V3,测试丙,女,1975-01-01,理发,是,每天下午,30.1005,120.0005,1500'
];
const mapping = { requests: { fields: { need: { words: { 跑腿取物: 'fetch_things' } } } } };

describe('npm run match, with two sheets', () => {
	it('writes a workbook of who goes where, what stays open and why, and which rows were left out', async () => {
		const out = join(folder, 'plan.xlsx');
		const ended = await match(
			...['--requests', file('requests.csv', requests), '--volunteers', file('volunteers.csv', volunteers)],
			...['--mapping', file('mapping.json', [JSON.stringify(mapping)])],
			...['--out', out, '--explain', '--now', now]
		);
		expect(ended).toMatchObject({ code: 2, said: '' });
		expect(ended.complained).toContain('requests.csv: 4');
		expect(ended.complained).toMatch(/volunteers\.csv 读懂的列: .*服务时间 → 可服务时间/);
		const sheets = await opened(out);
		expect([...sheets.keys()]).toEqual(['方案', '未安排', '未读入的行', '概要']);
		const [head, ...pairs] = sheets.get('方案')!;
		expect(pairs).toHaveLength(1);
		const pair = Object.fromEntries(head!.map((name, at) => [name, pairs[0]![at]]));
		expect(pair).toMatchObject({
			求助编号: 'R1',
			志愿者编号: 'V1',
			姓名: '测试甲',
			开始: '2026-11-24 09:00',
			结束: '2026-11-24 09:40',
			第二人选: 'V2 测试乙'
		});
		expect(pair['理由']).toMatch(/（已核实） · 相距 \d+ 米/);
		const points = [
			'技能分',
			'距离分',
			'熟悉分',
			'性别分',
			'语言分',
			'爱好分',
			'本月任务分',
			'守约分',
			'新人分'
		];
		expect(points.reduce((sum, name) => sum + Number(pair[name]), 0)).toBe(pair['分数（越低越好）']);
		expect(
			sheets
				.get('未安排')!
				.slice(1)
				.map(([key, , , , stopped]) => [key, stopped])
		).toEqual([
			['R2', '无此技能 3'],
			['R4', '无此技能 2 · 太远 1']
		]);
		expect(
			sheets
				.get('未读入的行')!
				.slice(1)
				.map((row) => row.slice(0, 2))
		).toEqual([['requests.csv', 4]]);
		const figures = new Map(sheets.get('概要')!.map(([name, value]) => [name, value]));
		expect(figures.get('与下限之差')).toBe(0);
		expect(figures.get('未读入的行数')).toBe(1);
		expect(figures.get('volunteers.csv 没有用到的列')).toBe('无');
	}, 60_000);

	it('writes a file for each table where asked for .csv, in English where asked', async () => {
		const out = join(folder, 'plan.csv');
		const ended = await match(
			...['--requests', file('one.csv', requests.slice(0, 2)), '--volunteers', file('v.csv', volunteers)],
			...['--out', out, '--locale', 'en', '--now', now]
		);
		expect(ended.code).toBe(0);
		expect(readFileSync(out, 'utf8')).toMatch(/^\ufeffRequest,.*\r\nR1,/);
		expect(readFileSync(join(folder, 'plan.summary.csv'), 'utf8')).toContain('Filled places,1');
	}, 60_000);

	it('says which columns are missing, and writes nothing', async () => {
		const out = join(folder, 'none.xlsx');
		const ended = await match(
			...['--requests', file('r.csv', ['编号,纬度', 'R1,30.1']), '--volunteers', file('v.csv', volunteers)],
			...['--out', out]
		);
		expect(ended.code).toBe(1);
		expect(ended.complained).toContain('r.csv 缺少必要的列：求助事项、求助类别');
		expect(existsSync(out)).toBe(false);
	}, 60_000);

	it('says last and loudly that nothing was filled, where the reasons are, and which columns are missing', async () => {
		const out = join(folder, 'nothing.xlsx');
		const bare = ['姓名,技能,纬度,经度', '测试甲,修水管,30.0009,120', '测试甲,修水管,30.0009,120'];
		const { complained } = await match(
			...['--requests', file('r2.csv', requests.slice(0, 2)), '--volunteers', file('bare.csv', bare)],
			...['--out', out, '--now', now]
		);
		expect(complained).toMatch(/bare\.csv: 1 行与前面的行重复.*: 3 = 2\n/);
		const last = complained.trim().split('\n').at(-1);
		expect(last).toMatch(
			/一件也没有排上！原因见 .*nothing\.xlsx 的“未安排”.*bare\.csv: 技能已核实、出生日期/
		);
		expect(last).toMatch(/nothing could be filled! .*“Unfilled”.*bare\.csv: Skills confirmed, Date of birth/);
	}, 60_000);

	it.each([
		['of another kind', 'plan.txt', '--out must end in'],
		['in a folder that is not there', 'no-such-folder/plan.xlsx', 'cannot be written']
	])(
		'refuses a file to write %s before it reads anything',
		async (_, name, words) => {
			const ended = await match(
				...['--requests', 'no-such.csv', '--volunteers', 'no-such.csv', '--out', join(folder, name)]
			);
			expect(ended.code).toBe(1);
			expect(ended.complained).toContain(words);
		},
		60_000
	);

	it('explains itself', async () => {
		const ended = await match('--help');
		expect(ended.code).toBe(0);
		expect(ended.said).toContain('--volunteers');
		expect(ended.said).toMatch(/\* 求助类别 \/ Category: .*category/);
		expect(ended.said).toContain('修水管、水龙头 / Tap or water pipe');
	}, 60_000);

	it('prints all words for kinds of help and skills', async () => {
		const { code, said } = await match('--words');
		expect(code).toBe(0);
		expect(said).toMatch(/\(fetch_things\)[^]*\(plumbing\)/);
	}, 60_000);

	it.each([
		['a zone that is not there', '--zone', 'Mars', ['没有这个时区：Mars', 'no time zone Mars']],
		[
			'a weight that is not there',
			'--weights',
			file('no-such.json', ['{"distance": 1}']),
			['没有“distance”', 'no weight “distance”']
		],
		[
			'a weight out of range',
			'--weights',
			file('minus.json', ['{"newFace": -1}']),
			['0 到 1000000', 'from 0 to 1000000']
		],
		[
			'text that is called .xlsx',
			'--requests',
			file('text.xlsx', ['hello']),
			['不是工作簿', 'is not a workbook']
		]
	])(
		'says in both languages what is wrong with %s',
		async (_, option, value, words) => {
			const ended = await match(
				...['--requests', file('r1.csv', requests), '--volunteers', file('v1.csv', volunteers)],
				...['--out', join(folder, 'wrong.xlsx'), option, value]
			);
			expect(ended.code).toBe(1);
			for (const one of words) expect(ended.complained).toContain(one);
		},
		60_000
	);

	it.skipIf(!existsSync(calls))(
		`matches 665 real calls of New York with an invented pool of 1,500 volunteers (needs ${calls})`,
		async () => {
			const out = join(folder, 'new-york.xlsx');
			const own = {
				requests: {
					fields: {
						need: { words: categories, fallback: 'event_help' },
						people: { beyond: 'clip' },
						onBehalfOf: { beyond: 'clip' }
					},
					shift: { kind: 'into_weeks', day: '2026-11-30', count: 4 }
				}
			};
			const ended = await match(
				...['--requests', calls, '--volunteers', file('pool.csv', [inventedPool(1_500, 2011)])],
				...['--mapping', file('calls.json', [JSON.stringify(own)]), '--out', out],
				...['--locale', 'en', '--zone', 'America/New_York', '--now', '2026-11-23T08:30:00-05:00']
			);
			expect(ended.complained).toContain('665');
			const sheets = await opened(out);
			const figures = new Map(sheets.get('Summary')!.map(([name, value]) => [name, Number(value)]));
			const [, ...pairs] = sheets.get('Plan')!;
			const requestsIn = figures.get('Requests')!;
			expect(requestsIn + figures.get('Rows left out')!).toBe(665);
			expect(requestsIn).toBeGreaterThan(640);
			expect(pairs).toHaveLength(figures.get('Filled places')!);
			expect(pairs.length).toBeGreaterThan(1_000);
			expect(figures.get('Gap')! / figures.get('Bound (no plan costs less)')!).toBeLessThan(0.05);
			expect(doubleBookings(pairs)).toEqual([]);
		},
		120_000
	);
});

/** Pairs of one volunteer that begin before his last one ends. */
function doubleBookings(pairs: readonly unknown[][]): unknown[] {
	const byVolunteer = Map.groupBy(pairs, ([, , who]) => who);
	return [...byVolunteer.values()].flatMap((mine) => {
		const inOrder = mine.toSorted((a, b) => (String(a[4]) < String(b[4]) ? -1 : 1));
		return inOrder.filter((pair, at) => at > 0 && String(pair[4]) < String(inOrder[at - 1]![5]));
	});
}
