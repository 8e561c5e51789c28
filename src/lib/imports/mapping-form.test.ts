import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestFields } from './fields.ts';
import {
	changeMapping,
	faultyInputs,
	leftOut,
	mappingValues,
	wordInput,
	type FormValues
} from './mapping-form.ts';
import { parseMapping, unmapped } from './mapping.ts';

const size = { widthMetres: 1600, heightMetres: 1200 };
const blank = parseMapping({ version: 1, fields: {}, shift: { kind: 'none' }, place: { kind: 'none' } });

const field = fc.record(
	{
		column: fc.option(fc.constantFrom('标题', 'Start Date', '=1')),
		words: fc.dictionary(
			fc.constantFrom('education', '买菜', 'a.b', '一 二'),
			fc.option(fc.constant('shopping')),
			{
				minKeys: 1
			}
		),
		unknown: fc.constantFrom('reject', 'skip'),
		fallback: fc.constantFrom('shopping', '3'),
		beyond: fc.constantFrom('reject', 'clip'),
		dayOrder: fc.constantFrom('mdy', 'dmy')
	},
	{ requiredKeys: ['column', 'unknown', 'beyond', 'dayOrder'] }
);
const shift = fc.oneof(
	fc.constant({ kind: 'none' }),
	fc.record({ kind: fc.constant('weeks'), weeks: fc.integer({ min: -5000, max: 5000 }) }),
	fc.record({ kind: fc.constant('to_week'), day: fc.constant('2026-12-07') }),
	fc.record({
		kind: fc.constant('into_weeks'),
		day: fc.constant('2026-12-07'),
		count: fc.integer({ min: 1, max: 52 })
	})
);
const place = fc.oneof(
	fc.constant({ kind: 'none' }),
	fc.constant({ kind: 'lay_onto', bounds: { south: 40.5, north: 40.9, west: -74.2, east: -73.7 }, size }),
	fc.constant({ kind: 'true_place', corner: { latitude: 30.25, longitude: 120.1 }, size })
);

test('a mapping shown in a form and sent back unchanged is the same mapping', () => {
	const fields = fc.record(Object.fromEntries(requestFields.map(({ key }) => [key, field])));
	fc.assert(
		fc.property(fields, shift, place, (fields, shift, place) => {
			const mapping = parseMapping({ version: 1, fields, shift, place });
			const values = mappingValues(mapping);
			expect(faultyInputs(values)).toEqual([]);
			expect(changeMapping(mapping, values, requestFields, size)).toEqual(mapping);
			expect(changeMapping(mapping, withoutEmpty(values), requestFields, size)).toEqual(mapping);
		})
	);
});

/** As a form reads inputs that were left empty. */
function withoutEmpty(values: FormValues): FormValues {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value || undefined]));
}

test('a word whose meaning is not chosen yet has none', () => {
	const after = changeMapping(blank, { [wordInput('need', 'new')]: undefined }, requestFields, size);
	expect(after.fields.need?.words).toBeUndefined();
});

test('words that a form does not speak of keep their meaning, others change, are left out or let go', () => {
	const before = parseMapping({
		...blank,
		fields: { need: { ...unmapped, words: { old: 'shopping', gone: 'shopping', out: 'shopping' } } }
	});
	const values = {
		[wordInput('need', ' New  Word ')]: 'haircut',
		[wordInput('need', 'gone')]: '',
		[wordInput('need', 'out')]: leftOut
	};
	expect(changeMapping(before, values, requestFields, size).fields.need?.words).toEqual({
		old: 'shopping',
		'new word': 'haircut',
		out: null
	});
});

test.each([
	['weeks that are no number', { shift: 'weeks', weeks: 'x' }, ['weeks']],
	['weeks that were left empty', { shift: 'weeks', weeks: '' }, ['weeks']],
	['a week of no day', { shift: 'to_week', toDay: '2026-02-30' }, ['toDay']],
	['half a week', { shift: 'into_weeks', intoDay: '2026-12-07', count: '0.5' }, ['count']],
	[
		'a box whose sides are swapped',
		{ place: 'lay_onto', south: '41', north: '40', west: '-74', east: '-73' },
		['north']
	],
	[
		'a corner off the Earth',
		{ place: 'true_place', cornerLatitude: '91', cornerLongitude: '' },
		['cornerLatitude', 'cornerLongitude']
	]
])('a form with %s makes no mapping, and its input is named', (_, values: Record<string, string>, faulty) => {
	expect(faultyInputs(values)).toEqual(faulty);
	expect(() => changeMapping(blank, values, requestFields, size)).toThrow('mapping_unreadable');
});
