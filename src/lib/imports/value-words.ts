import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Day } from '#lib/shared/time.ts';
import type { Building } from './buildings.ts';
import { choiceName } from './choice-names.ts';
import type { Place } from './lay-place.ts';
import type { AnyRow, Field } from './target.ts';

/** What the values of rows are said with. */
export interface ValueNames {
	nameOf(field: string, key: string): string | undefined;
	buildings: ReadonlyMap<string, Building>;
}

/** A value of a row as it was understood, in the reader's words; `cell` is the text it came from. */
export function valueWords(field: Field, value: AnyRow[string], cell: string, names: ValueNames): string {
	if (value === null || value === undefined) return '';
	switch (field.kind) {
		case 'day':
			return dayWords(String(value));
		case 'choice':
			return choiceName(field, String(value), names.nameOf);
		case 'choices':
			return (value as string[])
				.map((key) => choiceName(field, key, names.nameOf))
				.join(m.imports_list_comma());
		case 'yes_no':
			return choiceName(field, value === true ? 'yes' : 'no', names.nameOf);
		case 'building':
			return buildingName(names.buildings.get(String(value)));
		case 'weekly_times':
			return cell;
		case 'list':
			return (value as string[]).join(m.imports_list_comma());
		default:
			return String(value);
	}
}

/** A place laid onto the map: how far east and north of its corner. */
export function placeWords(place: Place | null): string {
	if (!place) return '';
	const { east, north, from } = place;
	return from === 'area' ? m.imports_place_of_area({ east, north }) : m.imports_place_at({ east, north });
}

/** A day with its weekday and year. */
export function dayWords(day: Day): string {
	const format = {
		year: 'numeric',
		month: 'short',
		day: 'numeric',
		weekday: 'short',
		timeZone: 'UTC'
	} as const;
	return new Intl.DateTimeFormat(getLocale(), format).format(new Date(`${day}T00:00:00Z`));
}

/** A building by the name that the reader's language has for it. */
export function buildingName(building: Building | undefined): string {
	if (!building) return '';
	return getLocale() === 'en' ? building.nameEn : building.name;
}
