import { minute } from '#lib/shared/time.ts';

/**
 * A place on the community's own map: metres east and north of its origin, usually the centroid of a
 * building.
 */
export interface Point {
	east: number;
	north: number;
}

/** The ten-minute circle of the services (seed 001): every building should have them within 800 m. */
export const tenMinuteCircle = 800;

const walkingMetresPerMinute = tenMinuteCircle / 10;

/** Straight distance in whole metres, or null where either place is unknown. */
export function metresBetween(a: Point | null, b: Point | null): number | null {
	if (a === null || b === null) return null;
	const east = a.east - b.east;
	const north = a.north - b.north;
	return Math.round(Math.sqrt(east * east + north * north));
}

/**
 * Milliseconds on foot from place to place, rounded up to whole five minutes, as people plan.
 * An unknown place counts as ten minutes away.
 */
export function travelTime(from: Point | null, to: Point | null): number {
	const metres = metresBetween(from, to) ?? tenMinuteCircle;
	return Math.ceil(metres / walkingMetresPerMinute / 5) * 5 * minute;
}

/** A distance as people say it: tens of metres below a kilometre, then tenths of a kilometre. */
export function sayableDistance(metres: number): { unit: 'metres' | 'kilometres'; value: number } {
	const tens = Math.max(10, Math.round(metres / 10) * 10);
	if (tens < 1000) return { unit: 'metres', value: tens };
	return { unit: 'kilometres', value: Math.round(metres / 100) / 10 };
}
