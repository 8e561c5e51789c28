import { describe, expect, it } from 'vitest';
import { toSheet } from '#lib/imports/sheet.ts';
import { contextAt } from '../facts.fixture.ts';
import { defaultWeights } from '../weights.ts';
import { matchSheets } from './match-sheets.ts';
import { readGivenMapping } from './meaning.ts';

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
		given: readGivenMapping(given, 'en'),
		weights: defaultWeights,
		context: contextAt(),
		locale: 'en'
	});
}
const keys = ({ plan, requests: asked, volunteers: held }: Awaited<ReturnType<typeof match>>) =>
	plan.pairs.map((pair) => `${asked.get(pair.requestId)!.key} ${held.get(pair.personId)!.key}`);

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
		expect(() => readGivenMapping({ people: {} }, 'en')).toThrow('not readable');
	});
	it('are refused where one tells places in degrees and the other in metres', async () => {
		const degrees = sheet(
			'r.csv',
			'id,title,need,start date,latitude,longitude',
			'R1,tap drips,fix_plumbing,2026-03-12,30.1,120.1'
		);
		await expect(match(degrees, volunteers(plumber))).rejects.toThrow('two ways');
	});
});
