import { describe, expect, test } from 'vitest';
import { residentFields } from './fields.ts';
import { fitMapping, missingFields, parseMapping } from './mapping.ts';

const plain = {
	version: 1,
	fields: { name: { column: '姓名' }, gender: { column: '性别', words: { ' Ｆ ': 'female', '': null } } },
	shift: { kind: 'to_week', day: '2026-03-16' },
	place: { kind: 'none' }
};

describe('a mapping', () => {
	test('comes back the same from JSON, words in one form', () => {
		const mapping = parseMapping(plain);
		expect(mapping.fields.gender?.words).toEqual({ f: 'female', '': null });
		expect(mapping.fields.name).toEqual({
			column: '姓名',
			unknown: 'reject',
			beyond: 'reject',
			dayOrder: 'mdy'
		});
		expect(parseMapping(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
	});

	test.each([
		null,
		'{}',
		{ ...plain, version: 2 },
		{ ...plain, shift: { kind: 'to_week', day: '2026-02-30' } },
		{ ...plain, shift: { kind: 'into_weeks', day: '2026-03-16', count: 0 } },
		{ ...plain, shift: { kind: 'weeks', weeks: 1.5 } },
		{ ...plain, fields: { name: { column: 7 } } },
		{
			...plain,
			place: {
				kind: 'lay_onto',
				bounds: { south: 2, north: 1, west: 0, east: 1 },
				size: { widthMetres: 9, heightMetres: 9 }
			}
		}
	])('that is broken is refused: %j', (value) => {
		expect(() => parseMapping(value)).toThrow('mapping_unreadable');
	});

	test('kept from another sheet lets go of columns that are not there', () => {
		const fitted = fitMapping(parseMapping(plain), ['性别', '电话'], residentFields);
		expect(fitted.fields.name?.column).toBeNull();
		expect(fitted.fields.gender?.column).toBe('性别');
		expect(Object.keys(fitted.fields)).toEqual(residentFields.map(({ key }) => key));
	});

	test('says which required fields nothing tells', () => {
		const fitted = fitMapping(parseMapping(plain), ['性别'], residentFields);
		expect(missingFields(fitted, residentFields).map(({ key }) => key)).toEqual(['name']);
		expect(missingFields(parseMapping(plain), residentFields)).toEqual([]);
	});
});
