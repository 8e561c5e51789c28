import Papa from 'papaparse';
import type { PlaceLine } from '#lib/places/queries.server.ts';
import { PlainError } from './steps.ts';

const columns: Record<keyof PlaceLine, readonly string[]> = {
	grid: ['网格', 'grid'],
	compound: ['小区', 'compound'],
	building: ['楼幢', 'building'],
	east: ['东', 'east'],
	north: ['北', 'north']
};

function cell(row: Record<string, string>, names: readonly string[]): string {
	return names.map((name) => row[name]?.trim()).find(Boolean) ?? '';
}

/**
 * Reads the list of buildings of a community from CSV.
 * @throws PlainError that names the line where something is missing
 */
export function readPlaces(csv: string): PlaceLine[] {
	const { data } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
		header: true,
		skipEmptyLines: 'greedy'
	});
	return data.map((row, at) => {
		const [grid, compound, building] = [columns.grid, columns.compound, columns.building].map((names) =>
			cell(row, names)
		);
		const east = Math.round(Number(cell(row, columns.east) || NaN));
		const north = Math.round(Number(cell(row, columns.north) || NaN));
		if (!grid || !compound || !building || Number.isNaN(east) || Number.isNaN(north)) {
			throw new PlainError(
				`楼幢表第 ${at + 2} 行不完整：需要网格、小区、楼幢、东、北。`,
				`Line ${at + 2} of the list of buildings needs grid, compound, building, east and north.`
			);
		}
		return { grid, compound, building, east, north };
	});
}
