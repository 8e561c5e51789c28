import { describe, expect, it } from 'vitest';
import { toSheet } from '#lib/imports/sheet.ts';
import { contextAt } from '../facts.fixture.ts';
import { defaultWeights } from '../weights.ts';
import { columnWords } from './columns-read.ts';
import { matchSheets } from './match-sheets.ts';
import { readGivenMapping } from './meaning.ts';
import { unfilledTable } from './tables.ts';

const sheet = (name: string, ...lines: string[]) => ({
	name,
	sheet: toSheet(lines.map((line) => line.split(',')))
});
const requests = (...lines: string[]) =>
	sheet('r.csv', 'id,title,need,start date,east,north,phone', ...lines);
const volunteers = (...lines: string[]) =>
	sheet('v.csv', 'id,name,birthday,skills,skills confirmed,phone,east,north', ...lines);

const tap = 'R1,tap drips,fix_plumbing,2026-03-12,0,0,';
const plumber = 'V1,One,1980-01-01,plumbing,yes,13900000001,300,0';

function match(asked: ReturnType<typeof sheet>, held: ReturnType<typeof sheet>, given: unknown = {}) {
	return matchSheets({
		requests: asked,
		volunteers: held,
		given: readGivenMapping(given),
		weights: defaultWeights,
		context: contextAt()
	});
}
const keys = ({ plan, requests: asked, volunteers: held }: Awaited<ReturnType<typeof match>>) =>
	plan.pairs.map((pair) => `${asked.get(pair.requestId)!.key} ${held.get(pair.personId)!.key}`);

/** What stands in the way of the tap, and what would help. */
async function unfilled(...people: string[]) {
	const { rows } = unfilledTable(await match(requests(tap), volunteers(...people)), {
		locale: 'zh-CN',
		zone: 'Asia/Shanghai',
		explain: false
	});
	return rows[0]!.slice(-2);
}

describe('two sheets', () => {
	it('become a plan that speaks of rows by their own numbers, else by those in the file', async () => {
		expect(keys(await match(requests(tap), volunteers(plumber)))).toEqual(['R1 V1']);
		const unnamed = await match(requests(tap.slice(2)), volunteers(plumber.slice(2)));
		expect(keys(unnamed)).toEqual(['#2 #2']);
	});
	it('lose no row: each is in the plan or left out with its number and the reason', async () => {
		const { requests: read, leftOut } = await match(
			requests(
				tap,
				'R2,what,nothing known,2026-03-12,0,0,',
				'R3,late,fix_plumbing,2026-03-01,0,0,',
				tap.replace('tap', 'again')
			),
			volunteers(plumber)
		);
		expect([...read.values()].map(({ key }) => key)).toEqual(['R1']);
		expect(leftOut.map(({ line, errors }) => [line, errors[0]!.code])).toEqual([
			[3, 'word_unknown'],
			[5, 'duplicate'],
			[4, 'day_over']
		]);
	});
	it('never send a volunteer to the own request', async () => {
		const own = tap.replace(/,$/, ',13900000001');
		expect(keys(await match(requests(own), volunteers(plumber)))).toEqual([]);
	});
	it('are read as the reader says where the guess is wrong, beside what was guessed', async () => {
		const given = { requests: { fields: { need: { words: { leak: 'fix_plumbing' } } } } };
		const leak = tap.replace('fix_plumbing', 'leak');
		expect(keys(await match(requests(leak), volunteers(plumber), given))).toEqual(['R1 V1']);
	});
	it('are refused with the name of the column where one is missing or not there', async () => {
		await expect(match(sheet('r.csv', 'id,east', 'R1,5'), volunteers(plumber))).rejects.toThrow(
			/r\.csv lacks/
		);
		const given = { volunteers: { fields: { reach: { column: 'radius' } } } };
		await expect(match(requests(tap), volunteers(plumber), given)).rejects.toThrow('v.csv has no “radius”');
		expect(() => readGivenMapping({ people: {} })).toThrow('not readable');
	});
	it('are refused where one tells places in degrees and the other in metres', async () => {
		const degrees = sheet(
			'r.csv',
			'id,title,need,start date,latitude,longitude',
			'R1,tap drips,fix_plumbing,2026-03-12,30.1,120.1'
		);
		await expect(match(degrees, volunteers(plumber))).rejects.toThrow('two ways');
	});
	it('tell how their columns are understood, which are not used and what none of them tells', async () => {
		const held = sheet('v.csv', '姓名,会做,东,北,心情', '测试甲,修水管,5.5,-3,好');
		const { columns } = await match(requests(tap), held);
		expect(columns[1]!.read.map(({ column, field }) => `${column} ${field.key}`)).toEqual([
			'姓名 name',
			'会做 skills',
			'东 east',
			'北 north'
		]);
		expect(columnWords(columns[1]!, 'en').slice(1)).toEqual([
			['v.csv: columns not used', '心情'],
			[
				'v.csv: useful, but in no column',
				'Skills confirmed, Date of birth, Vetted, Insured, Available times, Reach (metres), Most tasks'
			]
		]);
	});
	it('name all that both lack at once, in both languages', async () => {
		const refusal = match(sheet('r.csv', 'id,east', 'R1,5'), sheet('v.csv', 'id,east', 'V1,5'));
		await expect(refusal).rejects.toThrow(/求助事项、求助类别[^]*姓名[^]*Title, Category[^]*Name/);
	});
	it('lose a request that ends before it starts, by day or by clock', async () => {
		const asked = sheet(
			'r.csv',
			'编号,标题,类别,开始,结束',
			'R1,水龙头,fix_plumbing,2026-03-13,2026-03-12',
			'R2,水龙头,fix_plumbing,2026-03-13 15:00,2026-03-13 10:00',
			'R3,水龙头,fix_plumbing,2026-03-13 10:00,2026-03-13 15:00'
		);
		const { requests: read, leftOut } = await match(asked, volunteers(plumber));
		expect([...read.values()].map(({ key }) => key)).toEqual(['R3']);
		expect(leftOut.map(({ line, errors }) => [line, errors[0]!.code])).toEqual([
			[2, 'ends_before_start'],
			[3, 'ends_before_start']
		]);
	});
	it('hold nobody to a limit of minutes a week that they do not set', async () => {
		const long = sheet('r.csv', 'id,title,need,start date,minutes', 'R1,tap,fix_plumbing,2026-03-12,300');
		expect(keys(await match(long, volunteers(plumber)))).toEqual(['R1 V1']);
	});
	it('say in words where giving up one condition would not help', async () => {
		const far = sheet('v.csv', 'id,name,skills,east,north', 'V1,One,chess,9000,0');
		const { rows } = unfilledTable(await match(requests(tap), far), {
			locale: 'en',
			zone: 'Asia/Shanghai',
			explain: false
		});
		expect(rows[0]!.at(-1)).toMatch(/^No single condition/);
	});
	it('say that a skill is not confirmed, not that its level is too low, and all that stops the nearest', async () => {
		expect(await unfilled('V1,One,,plumbing,,,100,0')).toEqual([
			'技能待核实 1',
			'单独放宽任何一个条件都不够。最接近的是 V1 One，要同时解决：技能待核实、未登记出生日期'
		]);
	});
	it('say that confirming the skill is enough where nothing else is missing, beside who has no skill', async () => {
		expect(await unfilled('V1,One,1980-01-01,plumbing,,,100,0', 'V2,Two,1980-01-01,chess,,,100,0')).toEqual([
			'无此技能 1 · 技能待核实 1',
			'接受还没核实的技能，可多 1 人；不要求登记过这项技能，可多 1 人'
		]);
	});
	it('count a volunteer once whose row stands there twice without a number', async () => {
		const twice = plumber.replace('13900000001', '').slice(2);
		const { volunteers: held, leftOut } = await match(requests(tap), volunteers(twice, twice));
		expect(held.size).toBe(1);
		expect(leftOut).toMatchObject([{ file: 'v.csv', line: 3, errors: [{ code: 'duplicate' }] }]);
		const others = await match(requests(tap), volunteers(twice, twice.replace('300', '301')));
		expect(others.volunteers.size).toBe(2);
	});
});
