import { metresBetween, tenMinuteCircle, type Point } from '#lib/matching/distance.ts';
import { servicePointKinds, venueKinds } from '#lib/places/venues.ts';

/*
 * Ten minutes on foot (十分钟生活服务圈, 十分钟文体活动圈, seed 003) are 800 straight metres here: nobody has drawn the
 * paths.
 */
const metresAMinute = tenMinuteCircle / 10;

/** What should lie within reach of every building. */
export const facilityKinds = ['station', ...venueKinds, ...servicePointKinds] as const;
export type FacilityKind = (typeof facilityKinds)[number];

/** Something one walks to. */
export interface Facility extends Point {
	kind: FacilityKind;
}

/** The same, seen from a building. */
export type Reached<T extends Facility> = T & {
	/** Straight, whole metres. */
	metres: number;
	/** On foot, whole minutes. */
	minutes: number;
	/** Within ten minutes. */
	near: boolean;
};

/** All of them from where one stands, the nearest first. */
export function seenFrom<T extends Facility>(from: Point, facilities: readonly T[]): Reached<T>[] {
	return facilities
		.map((one) => {
			const metres = metresBetween(from, one) ?? 0;
			const minutes = Math.max(1, Math.ceil(metres / metresAMinute));
			return { ...one, metres, minutes, near: metres <= tenMinuteCircle };
		})
		.sort((a, b) => a.metres - b.metres);
}

/** The nearest of each kind; kinds of which there is none at all are left out. */
export function nearestOfKinds<T extends Facility>(
	from: Point,
	facilities: readonly T[]
): Map<FacilityKind, Reached<T>> {
	const nearest = new Map<FacilityKind, Reached<T>>();
	for (const one of seenFrom(from, facilities)) if (!nearest.has(one.kind)) nearest.set(one.kind, one);
	return nearest;
}

/** The kinds of which nothing lies within ten minutes. */
export function lackingFrom(from: Point, facilities: readonly Facility[]): FacilityKind[] {
	const nearest = nearestOfKinds(from, facilities);
	return facilityKinds.filter((kind) => !nearest.get(kind)?.near);
}
