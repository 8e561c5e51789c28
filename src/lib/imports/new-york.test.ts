import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { addDays, weekdayOf } from '#lib/shared/time.ts';
import { requestDuplicates, requestFields } from './fields.ts';
import { guessColumns, wordsInColumn } from './guess-columns.ts';
import { parseMapping, type Mapping } from './mapping.ts';
import { readRows, sheetBounds } from './read-rows.ts';
import { readSheet } from './sheet.server.ts';
import { withChoices } from './target.ts';

const file = resolve('../shared/data/nyc-volunteer-opportunities.csv');
const size = { widthMetres: 1600, heightMetres: 1200 };
const today = '2026-03-10';

const needs = ['hands', 'company', 'tutoring', 'checkups', 'garden', 'patrol'];
const fields = withChoices(requestFields, { need: needs.map((key) => ({ key, words: [] })) });
const categories = {
	'Strengthening Communities': 'hands',
	'Helping Neighbors in Need': 'company',
	Education: 'tutoring',
	Health: 'checkups',
	Environment: 'garden',
	'Emergency Preparedness': 'patrol'
};

/** Real, messy demand of a city, mended as staff would in the screen. */
test.skipIf(!existsSync(file))(
	`665 calls for volunteers of New York are laid onto the community (needs ${file})`,
	async () => {
		const sheet = await readSheet(readFileSync(file), 'calls.csv');
		expect(sheet.rows).toHaveLength(665);
		const guess = guessColumns(sheet.columns, sheet.rows, fields);
		expect(columnsOf(guess)).toEqual({
			title: 'title',
			details: 'summary',
			need: 'category_desc',
			fromDay: 'start_date_date',
			toDay: 'end_date_date',
			people: 'vol_requests',
			latitude: 'Latitude',
			longitude: 'Longitude',
			area: 'Postcode',
			onBehalfOf: 'org_title',
			recurring: 'recurrence_type'
		});
		const words = wordsInColumn(sheet.rows, sheet.columns.indexOf('category_desc'), 'choice');
		expect(words.map(({ word }) => word).sort()).toEqual(Object.keys(categories).sort());

		const unmended = await readRows(sheet, guess, fields, { today });
		expect(unmended.good).toHaveLength(0);
		expect(unmended.totals).toEqual({
			day_over: 665,
			word_unknown: 617,
			missing: 48,
			number_too_large: 120,
			too_long: 30
		});

		const bounds = sheetBounds(sheet, guess, fields);
		const mended = parseMapping({
			...guess,
			fields: {
				...guess.fields,
				need: { ...guess.fields.need, words: categories, fallback: 'hands' },
				people: { ...guess.fields.people, beyond: 'clip' },
				onBehalfOf: { ...guess.fields.onBehalfOf, beyond: 'clip' }
			},
			shift: { kind: 'to_week', day: addDays(today, 7) },
			place: { kind: 'lay_onto', bounds, size }
		});
		const { good, bad, totals } = await readRows(sheet, mended, fields, {
			today,
			duplicates: requestDuplicates
		});
		expect(good).toHaveLength(662);
		expect(totals).toEqual({ duplicate: 3 });
		expect(bad.map(({ cells }) => cells[1])).toHaveLength(3);

		const places = good.map(({ value }) => value.place);
		expect(places.filter((place) => place?.from === 'coordinates')).toHaveLength(383);
		expect(places.filter((place) => place?.from === 'area')).toHaveLength(221);
		for (const place of places) {
			expect(place?.east ?? 0).toBeLessThanOrEqual(size.widthMetres);
			expect(place?.north ?? 0).toBeLessThanOrEqual(size.heightMetres);
		}
		for (const { value } of good) {
			expect(needs).toContain(value.need);
			expect(value.people).toBeGreaterThanOrEqual(1);
			expect(value.people).toBeLessThanOrEqual(50);
			expect(value.recurring).not.toBeNull();
			expect(value.onBehalfOf).not.toBeNull();
		}
		const starts = good.map(({ value }) => value.fromDay ?? '').sort();
		expect(starts[0]).toBe('2026-03-16');
		expect(weekdayOf('2011-01-03')).toBe(weekdayOf('2026-03-16'));
	}
);

function columnsOf(mapping: Mapping): Record<string, string> {
	return Object.fromEntries(
		Object.entries(mapping.fields).flatMap(([key, { column }]) => (column === null ? [] : [[key, column]]))
	);
}
