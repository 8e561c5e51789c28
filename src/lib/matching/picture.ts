import type { Point } from './distance.ts';

/** A place on the drawing, in its own units, from the top left. */
export interface Spot {
	x: number;
	y: number;
}

/** The neighbourhood as it is drawn beside a shortlist: north is up. */
export interface Picture {
	width: number;
	height: number;
	/** Where help is asked for; null where that is unknown. */
	place: Spot | null;
	/** Volunteers by number; those who live close together share a spot. */
	marks: (Spot & { labels: string[] })[];
	buildings: Spot[];
	/** A bar of a round length. */
	scale: { length: number; metres: number };
}

/** What is drawn. */
export interface Scene {
	place: Point | null;
	people: readonly { label: string; point: Point }[];
	buildings: readonly Point[];
}

/** Metres that the drawing shows at least, so that two neighbours do not look far apart. */
const narrowest = 300;
/** Units kept free at the edge, and within which two marks would cover each other. */
const margin = 24;
const apart = 24;
const roundLengths = [20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

/** Fits the place and the people into a drawing of a given size; buildings outside of it are left out. */
export function pictureOf(
	{ place, people, buildings }: Scene,
	width: number,
	height: number
): Picture | null {
	const shown = [...people.map(({ point }) => point), ...(place ? [place] : [])];
	if (shown.length === 0) return null;
	const { centre, perMetre } = fit(shown, width - 2 * margin, height - 2 * margin);
	const spot = ({ east, north }: Point): Spot => ({
		x: round(width / 2 + (east - centre.east) * perMetre),
		y: round(height / 2 - (north - centre.north) * perMetre)
	});
	const inside = ({ x, y }: Spot) => x >= 0 && x <= width && y >= 0 && y <= height;
	const at = place && spot(place);
	return {
		width,
		height,
		place: at,
		marks: gather(
			people.map(({ label, point }) => ({ label, ...beside(spot(point), at) })),
			width
		),
		buildings: buildings.map(spot).filter(inside),
		scale: scaleOf(perMetre, width / 3)
	};
}

function fit(points: readonly Point[], width: number, height: number) {
	const east = extent(points.map((one) => one.east));
	const north = extent(points.map((one) => one.north));
	return {
		centre: { east: (east.min + east.max) / 2, north: (north.min + north.max) / 2 },
		perMetre: Math.min(
			width / Math.max(narrowest, east.max - east.min),
			height / Math.max((narrowest * height) / width, north.max - north.min)
		)
	};
}

function extent(values: number[]): { min: number; max: number } {
	return { min: Math.min(...values), max: Math.max(...values) };
}

/** A volunteer in the same building stands next to the place, not on it. */
function beside(spot: Spot, place: Spot | null): Spot {
	if (!place || Math.hypot(spot.x - place.x, spot.y - place.y) >= apart) return spot;
	return { x: place.x + apart, y: place.y };
}

/** How wide a mark is drawn. */
export function markWidth(labels: readonly string[]): number {
	return 14 + labels.join('·').length * 8;
}

/** Marks that would cover each other become one with all their numbers, which is wider and may cover more. */
function gather(marks: readonly (Spot & { label: string })[], width: number): Picture['marks'] {
	const order = new Map(marks.map(({ label }, at) => [label, at]));
	let gathered: Picture['marks'] = [];
	for (const { label, x, y } of marks) {
		let mark = { x: Math.min(x, width - margin), y, labels: [label] };
		for (;;) {
			const near = gathered.find((one) => cover(one, mark));
			if (!near) break;
			gathered = gathered.filter((one) => one !== near);
			const labels = [...near.labels, ...mark.labels].sort((a, b) => order.get(a)! - order.get(b)!);
			mark = { ...near, labels };
		}
		gathered.push(mark);
	}
	return gathered;
}

type Mark = Picture['marks'][number];

function cover(a: Mark, b: Mark): boolean {
	const room = Math.max(apart, (markWidth(a.labels) + markWidth(b.labels)) / 2);
	return Math.abs(a.x - b.x) < room && Math.abs(a.y - b.y) < apart;
}

function scaleOf(perMetre: number, longest: number): Picture['scale'] {
	const metres = roundLengths.findLast((length) => length * perMetre <= longest) ?? roundLengths[0]!;
	return { metres, length: round(metres * perMetre) };
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
