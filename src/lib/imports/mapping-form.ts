import { wordKey } from './cell.ts';
import type { MapSize } from './lay-place.ts';
import { parseMapping, unmapped, type FieldMapping, type Mapping } from './mapping.ts';
import { readDay } from './read-day.ts';
import type { Field } from './target.ts';

/** A form's inputs by name; one that was left empty may be missing. */
export type FormValues = Record<string, string | undefined>;

/** The value of a word that is left out. */
export const leftOut = '-';

/** The name of the input that says what a word of the file means. */
export function wordInput(field: string, word: string): string {
	return `word.${field}.${wordKey(word)}`;
}

/** A mapping as the inputs of a form. */
export function mappingValues({ fields, shift, place }: Mapping): FormValues {
	const values: FormValues = { shift: shift.kind, place: place.kind };
	for (const [key, field] of Object.entries(fields)) Object.assign(values, fieldValues(key, field));
	if (shift.kind === 'weeks') values.weeks = String(shift.weeks);
	if (shift.kind === 'to_week') values.toDay = shift.day;
	if (shift.kind === 'into_weeks') Object.assign(values, { intoDay: shift.day, count: String(shift.count) });
	if (place.kind === 'true_place') {
		values.cornerLatitude = String(place.corner.latitude);
		values.cornerLongitude = String(place.corner.longitude);
	}
	if (place.kind === 'lay_onto') {
		for (const side of sides) values[side] = String(place.bounds[side]);
	}
	return values;
}

const sides = ['south', 'north', 'west', 'east'] as const;

function fieldValues(
	key: string,
	{ column, words, unknown, fallback, beyond, dayOrder }: FieldMapping
): FormValues {
	const values: FormValues = {
		[`column.${key}`]: column ?? '',
		[`fallback.${key}`]: fallback ?? '',
		[`order.${key}`]: dayOrder
	};
	if (unknown === 'skip') values[`skip.${key}`] = 'on';
	if (beyond === 'clip') values[`clip.${key}`] = 'on';
	for (const [word, to] of Object.entries(words ?? {})) values[wordInput(key, word)] = to ?? leftOut;
	return values;
}

/**
 * The mapping after a form was sent in. Words that the form does not speak of mean what they meant before.
 * @throws AppError `invalid: mapping_unreadable` where the inputs make no mapping
 */
export function changeMapping(
	before: Mapping,
	values: FormValues,
	fields: readonly Field[],
	size: MapSize
): Mapping {
	return parseMapping({
		version: 1,
		fields: Object.fromEntries(
			fields.map(({ key }) => [key, changeField(before.fields[key] ?? unmapped, key, values)])
		),
		shift: shiftIn(values),
		place: placeIn(values, size)
	});
}

function changeField(before: FieldMapping, key: string, values: FormValues) {
	const start = `word.${key}.`;
	const words = new Map(Object.entries(before.words ?? {}));
	for (const [name, to] of Object.entries(values)) {
		if (!name.startsWith(start)) continue;
		const word = name.slice(start.length);
		if (!to) words.delete(word);
		else words.set(word, to === leftOut ? null : to);
	}
	return {
		column: values[`column.${key}`] || null,
		unknown: values[`skip.${key}`] ? 'skip' : 'reject',
		beyond: values[`clip.${key}`] ? 'clip' : 'reject',
		dayOrder: values[`order.${key}`] === 'dmy' ? 'dmy' : 'mdy',
		...(values[`fallback.${key}`] ? { fallback: values[`fallback.${key}`] } : {}),
		...(words.size > 0 ? { words: Object.fromEntries(words) } : {})
	};
}

function shiftIn({ shift, weeks, toDay, intoDay, count }: FormValues) {
	switch (shift) {
		case 'weeks':
			return { kind: 'weeks', weeks: number(weeks) };
		case 'to_week':
			return { kind: 'to_week', day: toDay };
		case 'into_weeks':
			return { kind: 'into_weeks', day: intoDay, count: number(count) };
		default:
			return { kind: 'none' };
	}
}

function placeIn(values: FormValues, { widthMetres, heightMetres }: MapSize) {
	const size = { widthMetres, heightMetres };
	switch (values.place) {
		case 'lay_onto':
			return {
				kind: 'lay_onto',
				bounds: Object.fromEntries(sides.map((side) => [side, number(values[side])])),
				size
			};
		case 'true_place':
			return {
				kind: 'true_place',
				corner: { latitude: number(values.cornerLatitude), longitude: number(values.cornerLongitude) },
				size
			};
		default:
			return { kind: 'none' };
	}
}

/** The inputs that hold something that cannot be, by name. */
export function faultyInputs(values: FormValues): string[] {
	const isBetween = (name: string, least: number, most: number) => {
		const value = number(values[name]);
		return value >= least && value <= most;
	};
	const isWhole = (name: string, least: number, most: number) =>
		isBetween(name, least, most) && Number.isInteger(number(values[name]));
	const isDay = (name: string) => readDay(values[name] ?? '') === values[name];
	const holds: Record<string, Record<string, () => boolean>> = {
		weeks: { weeks: () => isWhole('weeks', -5_300, 5_300) },
		to_week: { toDay: () => isDay('toDay') },
		into_weeks: { intoDay: () => isDay('intoDay'), count: () => isWhole('count', 1, 530) },
		lay_onto: {
			south: () => isBetween('south', -90, 90),
			north: () => isBetween('north', number(values.south), 90),
			west: () => isBetween('west', -180, 180),
			east: () => isBetween('east', number(values.west), 180)
		},
		true_place: {
			cornerLatitude: () => isBetween('cornerLatitude', -90, 90),
			cornerLongitude: () => isBetween('cornerLongitude', -180, 180)
		}
	};
	const asked = { ...holds[values.shift ?? ''], ...holds[values.place ?? ''] };
	return Object.keys(asked).filter((name) => !asked[name]!());
}

/** Nothing typed is no number, not zero. */
function number(text: string | undefined): number {
	return text?.trim() ? Number(text) : NaN;
}
