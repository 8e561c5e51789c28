import { describe, expect, test } from 'vitest';
import { buildingKey, doorIn, splitAddress } from './address.ts';

describe('a building', () => {
	test.each(['3号楼', '3栋', '3幢', '３#', '三号楼', '03号楼', ' 3 号楼', '3楼'])(
		'%s is building 3',
		(name) => {
			expect(buildingKey(name)).toBe('3');
		}
	);

	test('keeps the name of its compound', () => {
		expect(buildingKey('东苑小区12幢')).toBe('东苑小区12');
		expect(buildingKey('东苑小区十二幢')).toBe('东苑小区12');
		expect(buildingKey('二十三号楼')).toBe('23');
	});

	test('may have a name without a number', () => {
		expect(buildingKey('A座')).toBe('a座');
	});
});

describe('an address', () => {
	test.each([
		['3号楼2单元501', '3号楼', '2单元501'],
		['东苑小区3幢 501室', '东苑小区3幢', '501室'],
		['幸福路18号3号楼501', '幸福路18号3号楼', '501'],
		['3-2-501', '3', '2-501'],
		['3-501', '3', '501'],
		['3号楼', '3号楼', '']
	])('%s is %s and %s', (address, building, door) => {
		expect(splitAddress(address)).toEqual({ building, door });
	});
});

test('a door is what an address says beside the building', () => {
	expect(doorIn('3号楼2单元501')).toBe('2单元501');
	expect(doorIn('2单元501')).toBe('2单元501');
	expect(doorIn('3号楼')).toBe('');
});
