import { expect, test } from 'vitest';
import { buildingKey } from './address.ts';
import { buildingsByKey } from './buildings.ts';

const buildings = [
	{ id: 'e3', name: '东园 3 号楼', nameEn: 'Dongyuan Building 3', compound: '东园' },
	{ id: 'e4', name: '东园 4 号楼', nameEn: 'Dongyuan Building 4', compound: '东园' },
	{ id: 'w4', name: '西园 4 号楼', nameEn: 'Xiyuan Building 4', compound: '西园' }
];
const keys = buildingsByKey(buildings);
const found = (words: string) => keys.get(buildingKey(words));

test('a building is known by its name however it is spelled, in both languages', () => {
	expect(['东园3号楼', '东园 3幢', '东园三号楼', 'Dongyuan Building 3'].map(found)).toEqual([
		'e3',
		'e3',
		'e3',
		'e3'
	]);
});

test('a number alone is enough where one building only has it', () => {
	expect(found('3号楼')).toBe('e3');
	expect(found('4号楼')).toBeUndefined();
});
