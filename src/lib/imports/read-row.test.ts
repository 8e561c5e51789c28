import { describe, expect, test } from 'vitest';
import { requestFields, residentFields, volunteerFields } from './fields.ts';
import { guessColumns } from './guess-columns.ts';
import type { FieldMapping, Mapping } from './mapping.ts';
import { readRow, type RowContext, type RowError } from './read-row.ts';
import { withChoices, type Field } from './target.ts';

const needs = [{ key: 'shopping', words: ['买菜', '代购', 'shopping'] }];
const skills = [
	{ key: 'haircuts', words: ['理发'] },
	{ key: 'plumbing', words: ['修水管'] }
];
const requests = withChoices(requestFields, { need: needs });
const volunteers = withChoices(volunteerFields, { skills });

/** Reads one row by the guessed mapping, with changes to it. */
function read<F extends readonly Field[]>(
	fields: F,
	row: Record<string, string>,
	change: {
		fields?: Record<string, Partial<FieldMapping>>;
		mapping?: Partial<Mapping>;
		context?: Partial<RowContext>;
	} = {}
) {
	const columns = Object.keys(row);
	const cells = Object.values(row);
	const mapping = { ...guessColumns(columns, [cells], fields), ...change.mapping };
	for (const [key, changed] of Object.entries(change.fields ?? {})) {
		mapping.fields[key] = {
			column: null,
			unknown: 'reject',
			beyond: 'reject',
			dayOrder: 'mdy',
			...mapping.fields[key],
			...changed
		};
	}
	return readRow(cells, mapping, fields, {
		columns,
		today: '2026-03-10',
		buildings: new Map([['3', 'building-3']]),
		earliest: null,
		areas: new Map(),
		...change.context
	});
}

/** The faults of a reading as `field code`. */
function faults(reading: { errors: RowError[] } | { value: unknown }): string[] {
	return 'errors' in reading ? reading.errors.map(({ field, code }) => `${field} ${code}`) : [];
}

describe('a resident', () => {
	test('is read in full', () => {
		const reading = read(residentFields, {
			姓名: '周小禾',
			性别: '女',
			出生年月: '1958年3月',
			电话: '138 0000 0000',
			楼幢: '3幢',
			门牌号: '2单元501',
			重点关爱: '独居'
		});
		expect(reading).toEqual({
			value: {
				name: '周小禾',
				gender: 'female',
				bornOn: '1958-03-01',
				phone: '13800000000',
				building: 'building-3',
				door: '2单元501',
				vulnerable: true,
				place: null
			}
		});
	});

	test('with building and door in one column is told apart', () => {
		const reading = read(residentFields, { 姓名: '周小禾', 住址: '3号楼2单元501' });
		expect(reading).toMatchObject({ value: { building: 'building-3', door: '2单元501' } });
	});

	test('lives where the mapping says that a building of another name is, whatever the door', () => {
		const reading = read(
			residentFields,
			{ 姓名: '周小禾', 住址: '9号楼2单元501' },
			{ fields: { building: { words: { '9号楼': '3号楼' } } } }
		);
		expect(reading).toMatchObject({ value: { building: 'building-3', door: '2单元501' } });
	});

	test('has all faults told at once', () => {
		const reading = read(
			residentFields,
			{ 姓名: '', 性别: '不详', 出生日期: '2027-01-01', 电话: '1.38E+10', 楼幢: '9号楼' },
			{ fields: { phone: { column: '电话' } } }
		);
		expect(faults(reading)).toEqual([
			'name missing',
			'gender word_unknown',
			'phone number_shortened',
			'building building_unknown',
			'bornOn day_in_future'
		]);
	});

	test('with too long a name is bad, unless the mapping says to cut it', () => {
		const row = { 姓名: '禾'.repeat(61) };
		expect(faults(read(residentFields, row))).toEqual(['name too_long']);
		const cut = read(residentFields, row, { fields: { name: { beyond: 'clip' } } });
		expect(cut).toMatchObject({ value: { name: `${'禾'.repeat(59)}…` } });
	});

	test('of the template is not taken for a person', () => {
		expect(faults(read(residentFields, { 姓名: '示例：周小禾' }))).toEqual(['null example_row']);
		expect(faults(read(residentFields, { name: 'Example: Zhou Xiaohe' }))).toEqual(['null example_row']);
	});
});

describe('a volunteer', () => {
	test('brings skills, willingness, languages and times', () => {
		const reading = read(volunteers, {
			姓名: '周小禾',
			政治面貌: '中共党员',
			技能: '理发、修水管',
			特长: '会修车，身份证 11010519491231002X',
			爱好: '象棋，太极拳、象棋',
			服务意愿: '便民/济困',
			语言: '普通话 英语',
			服务时间: '周六上午'
		});
		expect(reading).toMatchObject({
			value: {
				partyMember: true,
				skills: ['haircuts', 'plumbing'],
				strengths: '会修车，身份证 ***',
				hobbies: ['象棋', '太极拳'],
				willingness: ['bianmin', 'jikun'],
				languages: ['mandarin', 'english'],
				times: [{ weekday: 6, fromMinute: 480, toMinute: 720 }]
			}
		});
	});

	test('with a skill that nobody knows is bad, until the word is mapped, or left out', () => {
		const row = { 姓名: '周小禾', 技能: '理发、剪头' };
		expect(faults(read(volunteers, row))).toEqual(['skills word_unknown']);
		const mapped = read(volunteers, row, { fields: { skills: { words: { 剪头: 'plumbing' } } } });
		expect(mapped).toMatchObject({ value: { skills: ['haircuts', 'plumbing'] } });
		const dropped = read(volunteers, row, { fields: { skills: { words: { 剪头: null } } } });
		expect(dropped).toMatchObject({ value: { skills: ['haircuts'] } });
		const skipped = read(volunteers, row, { fields: { skills: { unknown: 'skip' } } });
		expect(skipped).toMatchObject({ value: { skills: ['haircuts'] } });
	});

	test('cannot be given a skill that does not exist by a mapping', () => {
		const row = { 姓名: '周小禾', 技能: '剪头' };
		const reading = read(volunteers, row, { fields: { skills: { words: { 剪头: 'made_up' } } } });
		expect(faults(reading)).toEqual(['skills word_unknown']);
	});
});

describe('a request', () => {
	const row = { 标题: '帮忙买菜', 类别: '代购', 开始日期: '2011-01-22', 结束日期: '2011-02-05', 人数: '99' };

	test('of the past is over, unless its days are moved', () => {
		expect(faults(read(requests, row))).toEqual(['people number_too_large', 'toDay day_over']);
		const reading = read(requests, row, {
			fields: { people: { beyond: 'clip' } },
			mapping: { shift: { kind: 'to_week', day: '2026-03-16' } },
			context: { earliest: '2011-01-22' }
		});
		expect(reading).toMatchObject({
			value: { need: 'shopping', fromDay: '2026-03-21', toDay: '2026-04-04', people: 50 }
		});
	});

	test('nobody is too few people, even when more are clipped', () => {
		const row = { 标题: 'x', 类别: '买菜', 人数: '0' };
		const reading = read(requests, row, { fields: { people: { beyond: 'clip' } } });
		expect(faults(reading)).toEqual(['people number_too_small']);
	});

	test('must not end before it starts', () => {
		const reading = read(requests, {
			标题: 'x',
			类别: '买菜',
			开始日期: '2026-04-02',
			结束日期: '2026-04-01'
		});
		expect(faults(reading)).toEqual(['toDay ends_before_start']);
	});

	test('without a category takes the one put down for empty cells', () => {
		const reading = read(requests, { 标题: 'x', 类别: '' }, { fields: { need: { fallback: 'shopping' } } });
		expect(reading).toMatchObject({ value: { need: 'shopping' } });
	});

	test('stands where its coordinates are laid, else in its area, else nowhere', () => {
		const place = {
			kind: 'lay_onto',
			bounds: { south: 40, north: 41, west: -74, east: -73 },
			size: { widthMetres: 1000, heightMetres: 1000 }
		} as const;
		const at = (latitude: string, longitude: string, postcode: string) =>
			read(
				requests,
				{ title: 'x', category: 'shopping', latitude, longitude, postcode },
				{
					fields: {
						latitude: { column: 'latitude' },
						longitude: { column: 'longitude' },
						area: { column: 'postcode' }
					},
					mapping: { place },
					context: { areas: new Map([['10009', { latitude: 40.25, longitude: -73.25 }]]) }
				}
			);
		expect(at('40.5', '-73.5', '10009')).toMatchObject({
			value: { place: { east: 500, north: 500, from: 'coordinates' } }
		});
		expect(at('', '', '10009')).toMatchObject({ value: { place: { east: 750, north: 250, from: 'area' } } });
		expect(at('', '', '99999')).toMatchObject({ value: { place: null } });
		expect(faults(at('50', '-73.5', ''))).toEqual(['latitude place_outside']);
		expect(faults(at('north', '-73.5', ''))).toEqual(['latitude coordinate_unclear']);
	});
});
