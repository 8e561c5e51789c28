import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { needGroupKeys, needGroups, needKeys, needs, needsIn } from './needs.ts';
import { vocabulary } from './vocabulary.ts';

const icons = new URL('../../../node_modules/@lucide/svelte/dist/icons/', import.meta.url);
const residents = needKeys.filter((key) => !needs[key].forUnits);

describe('the catalogue of needs', () => {
	test('keys can stand in a database, an address and a sheet', () => {
		for (const key of needKeys) expect(key).toMatch(/^[a-z]+(_[a-z]+)*$/);
	});

	test('the first question has eight tiles, each of which opens something', () => {
		expect(needGroupKeys).toHaveLength(8);
		for (const group of needGroupKeys) expect(needsIn(group)).not.toEqual([]);
	});

	test('a tile shows a resident only what residents ask for, and never more than seven things', () => {
		expect(needGroupKeys.flatMap((group) => needsIn(group)).toSorted()).toEqual(residents.toSorted());
		for (const group of needGroupKeys) expect(needsIn(group).length).toBeLessThanOrEqual(7);
	});

	test('what organisations ask for stands apart, under the last tile, and happens away from homes', () => {
		const units = needKeys.filter((key) => needs[key].forUnits);
		expect(needsIn('other', true)).toEqual(units);
		for (const key of units) expect(needs[key].presence).toBe('outside');
	});

	test('every need names a skill of the vocabulary', () => {
		for (const key of needKeys) expect(Object.keys(vocabulary)).toContain(needs[key].skill);
	});

	test('icons exist', () => {
		const named = [
			...needKeys.map((key) => needs[key].icon),
			...Object.values(needGroups).map((g) => g.icon)
		];
		expect(named.filter((icon) => !existsSync(new URL(`${icon}.js`, icons)))).toEqual([]);
	});

	test('minutes and people can be planned with', () => {
		for (const key of needKeys) {
			expect(needs[key].minutes % 10).toBe(0);
			expect(needs[key].minutes).toBeGreaterThan(0);
			expect(needs[key].people).toBeGreaterThan(0);
		}
	});
});

describe('what protects the one helped', () => {
	test('whatever needs the highest level needs it confirmed, and only skills with a certificate do', () => {
		const highest = needKeys.filter((key) => needs[key].level === 3);
		expect(highest).not.toEqual([]);
		for (const key of highest) {
			expect(needs[key].confirmed).toBe(true);
			expect(vocabulary[needs[key].skill].needsCertificate).toBe(true);
		}
	});

	test('law, worries and disputes are in confidence, with vetted people of confirmed skill', () => {
		const confidential = needKeys.filter((key) => needs[key].confidential);
		expect(confidential).toEqual(['ask_about_law', 'talk_about_worries', 'settle_a_dispute']);
		for (const key of confidential) {
			expect(needs[key].vulnerable).toBe(true);
			expect(needs[key].confirmed).toBe(true);
		}
	});

	test('only vetted people are alone with children or the ill', () => {
		const alone = [...needsIn('learning'), ...needsIn('medical'), ...needsIn('company')];
		for (const key of alone) expect(needs[key].vulnerable).toBe(true);
	});
});

describe('what protects the helper', () => {
	test('heights, electricity, driving and lifting ask for insurance', () => {
		const dangerous = ['electrics', 'appliances', 'driving', 'accessible_transport', 'moving'];
		const insured = needKeys.filter((key) => needs[key].risk === 'insured');
		expect(insured).toEqual(needKeys.filter((key) => dangerous.includes(needs[key].skill)));
	});
});
