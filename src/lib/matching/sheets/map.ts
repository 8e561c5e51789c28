import { boundsOf, type Degrees, type Laying } from '#lib/imports/lay-place.ts';

/** The widest town, metres; what lies outside is told row by row. */
const widest = 100_000;

/**
 * One map for both sheets, in metres from the south-west corner of all their coordinates.
 * @param points of either sheet
 */
export function mapOf(points: readonly Degrees[]): Laying {
	const bounds = boundsOf(points);
	if (bounds === null) return { kind: 'none' };
	return {
		kind: 'true_place',
		corner: { latitude: bounds.south, longitude: bounds.west },
		size: { widthMetres: widest, heightMetres: widest }
	};
}
