import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { skillCategories, skillKeys, themes, vocabulary, type Counterpart } from './vocabulary.ts';

const classifications = new URL('../../../../shared/data/volunteer-classifications/', import.meta.url);

function codesOf(list: Counterpart['list']): string[] {
	const rows = readFileSync(new URL(`${list}.csv`, classifications), 'utf8').split(/\r?\n/);
	return rows.slice(1).map((row) => row.split(',', 1)[0] ?? '');
}

describe('the vocabulary of skills', () => {
	test('keys can stand in a database, an address and a sheet', () => {
		for (const key of skillKeys) expect(key).toMatch(/^[a-z]+(_[a-z]+)*$/);
	});

	test('every heading has skills below it', () => {
		expect(new Set(skillKeys.map((key) => vocabulary[key].category))).toEqual(new Set(skillCategories));
	});

	test('each of the four teams of party member volunteers has skills', () => {
		expect(new Set(skillKeys.map((key) => vocabulary[key].theme))).toEqual(new Set(themes));
	});

	test('what can hurt when done badly asks for a certificate at the highest level', () => {
		const certified = skillKeys.filter((key) => vocabulary[key].needsCertificate);
		for (const key of [
			'electrics',
			'driving',
			'legal_advice',
			'psychological_support',
			'first_aid',
			'nursing'
		] as const)
			expect(certified).toContain(key);
	});

	test('counterparts are entries of the public classifications', (context) => {
		if (!existsSync(classifications)) context.skip('../shared/data/volunteer-classifications is absent');
		const codes = { interest: codesOf('interest'), skillexperience: codesOf('skillexperience') };
		const unknown = skillKeys.filter((key) => {
			const { counterpart } = vocabulary[key];
			return counterpart !== null && !codes[counterpart.list].includes(counterpart.code);
		});
		expect(unknown).toEqual([]);
	});
});
