import { layPlace } from './lay-place.ts';
import type { Mapping } from './mapping.ts';
import { pointOf, readCells } from './read-row.ts';
import type { SheetRows } from './read-rows.ts';
import type { Field } from './target.ts';

/** So many points show how a sheet lies on the map. */
const mostPoints = 300;

/** A point on the community's map, metres. */
export interface MapPoint {
	east: number;
	north: number;
}

/** Where the rows with coordinates come to lie, some of them, and how many rows have coordinates. */
export function mapPoints(
	{ columns, rows }: SheetRows,
	mapping: Mapping,
	fields: readonly Field[]
): { count: number; points: MapPoint[] } {
	const { place } = mapping;
	const needed = fields.filter(({ key }) => key === 'latitude' || key === 'longitude');
	const known = rows.flatMap(
		(cells) => pointOf(readCells(cells, mapping, needed, { columns, buildings: new Map() })) ?? []
	);
	if (place.kind === 'none') return { count: known.length, points: [] };
	const step = Math.max(1, Math.ceil(known.length / mostPoints));
	const points = known.filter((_, at) => at % step === 0).flatMap((point) => layPlace(place, point) ?? []);
	return { count: known.length, points };
}
