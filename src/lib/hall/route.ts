import { metresBetween, type Point } from '#lib/matching/distance.ts';

/**
 * How far each home visit of a day is from the one before it. The order is that of the times that people were promised:
 * a shorter way never makes anybody wait.
 * @param stops where the visits are, in order of time; null where nobody knows
 * @returns whole metres; null for the first, and where either place is not known
 */
export function legs(stops: readonly (Point | null)[]): (number | null)[] {
	return stops.map((stop, at) => (at === 0 ? null : metresBetween(stops[at - 1]!, stop)));
}
