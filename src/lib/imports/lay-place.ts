/** Decimal degrees. */
export interface Degrees {
	latitude: number;
	longitude: number;
}

/** A box of decimal degrees. */
export interface Bounds {
	south: number;
	west: number;
	north: number;
	east: number;
}

/** The size of a community's map. */
export interface MapSize {
	widthMetres: number;
	heightMetres: number;
}

/** Metres east and north of the south-west corner of the community's map. */
export interface Place {
	east: number;
	north: number;
	/** Of the row itself, or only of its area. */
	from: 'coordinates' | 'area';
}

/**
 * How coordinates become places: not at all; truly, from the coordinates of the map's south-west corner; or laid from
 * another town's box onto the whole map, each axis stretched by itself.
 */
export type Laying =
	| { kind: 'none' }
	| { kind: 'true_place'; corner: Degrees; size: MapSize }
	| { kind: 'lay_onto'; bounds: Bounds; size: MapSize };

/** Metres of one degree of latitude, and of longitude on the equator (mean radius of the Earth 6,371,009 m). */
const metresPerDegree = 111_195;

/** The place of a point in whole metres, or null where it falls off the map. */
export function layPlace(
	laying: Exclude<Laying, { kind: 'none' }>,
	point: Degrees
): Omit<Place, 'from'> | null {
	const { widthMetres, heightMetres } = laying.size;
	const [east, north] =
		laying.kind === 'lay_onto' ? stretched(laying, point) : measured(laying.corner, point);
	const isOnMap = east >= 0 && north >= 0 && east <= widthMetres && north <= heightMetres;
	return isOnMap ? { east: Math.round(east), north: Math.round(north) } : null;
}

function stretched({ bounds, size }: { bounds: Bounds; size: MapSize }, point: Degrees): [number, number] {
	return [
		share(point.longitude, bounds.west, bounds.east) * size.widthMetres,
		share(point.latitude, bounds.south, bounds.north) * size.heightMetres
	];
}

/** Where `value` stands between two ends, 0 … 1; in the middle where the ends are one. */
function share(value: number, from: number, to: number): number {
	return to === from ? 0.5 : (value - from) / (to - from);
}

/** Equirectangular: within 20 km off by less than a metre per kilometre at the latitudes of China. */
function measured(corner: Degrees, point: Degrees): [number, number] {
	const shrink = Math.cos((corner.latitude * Math.PI) / 180);
	return [
		(point.longitude - corner.longitude) * metresPerDegree * shrink,
		(point.latitude - corner.latitude) * metresPerDegree
	];
}

/** The smallest box around the points, or null where there are none. */
export function boundsOf(points: Iterable<Degrees>): Bounds | null {
	let bounds: Bounds | null = null;
	for (const { latitude, longitude } of points) {
		bounds ??= { south: latitude, north: latitude, west: longitude, east: longitude };
		bounds.south = Math.min(bounds.south, latitude);
		bounds.north = Math.max(bounds.north, latitude);
		bounds.west = Math.min(bounds.west, longitude);
		bounds.east = Math.max(bounds.east, longitude);
	}
	return bounds;
}

/** For each area (a postcode, a quarter) the mean of the points known in it. */
export function areaCentres(points: Iterable<Degrees & { area: string }>): Map<string, Degrees> {
	const sums = new Map<string, Degrees & { count: number }>();
	for (const { area, latitude, longitude } of points) {
		const sum = sums.get(area) ?? { latitude: 0, longitude: 0, count: 0 };
		sums.set(area, {
			latitude: sum.latitude + latitude,
			longitude: sum.longitude + longitude,
			count: sum.count + 1
		});
	}
	return new Map(
		[...sums].map(([area, { latitude, longitude, count }]) => [
			area,
			{ latitude: latitude / count, longitude: longitude / count }
		])
	);
}
