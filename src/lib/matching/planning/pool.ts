import type { Point } from '../distance.ts';
import { standingGates, type Gate } from '../gates.ts';
import type { KindOccasion } from '../kind.ts';
import type { Occasion } from '../occasion.ts';
import { lastDay } from '../papers.ts';
import { kindCostOf } from '../score.ts';
import type { Weights } from '../weights.ts';
import type { Crowd } from './crowd.ts';

/** Who may come to requests of one kind, as far as that depends on the kind alone; one entry for each. */
export interface Pool {
	/** In the list of volunteers, ascending. */
	place: Int32Array;
	/** Where they live and how far they go, metres; infinitely far where the place is unknown. */
	east: Float64Array;
	north: Float64Array;
	reach: Float64Array;
	/** Up to this moment all papers count, so that nothing about the kind changes from day to day. */
	until: Float64Array;
	/** What the kind costs until then. */
	cost: Int32Array;
	gates: GatesByLook;
}

/** The gates that stand for a kind of help, by what they look at. */
export type GatesByLook = { [Look in Gate['looksAt']]: Extract<Gate, { looksAt: Look }>[] };

/**
 * @param occasion any of the kind, whose first day is that of the whole plan: papers only run out, so whoever has none
 *   that counts then has none later
 */
export function poolOf(
	occasion: Pick<Occasion, 'lifted'> & KindOccasion,
	{ volunteers, holders, endOf }: Crowd,
	weights: Weights
): Pool {
	const gates = byLook(standingGates(occasion));
	const place = Int32Array.from(
		(holders.get(occasion.request.skill) ?? []).filter((one) =>
			gates.kind.every((gate) => gate.passes(occasion, volunteers[one]!))
		)
	);
	const all = Array.from(place, (one) => volunteers[one]!);
	return {
		place,
		east: Float64Array.from(all, (one) => one.place?.east ?? 0),
		north: Float64Array.from(all, (one) => one.place?.north ?? 0),
		reach: Float64Array.from(all, (one) => (one.place ? one.reachMetres : Infinity)),
		until: Float64Array.from(all, (one) => endOf(lastDay(occasion, one))),
		cost: Int32Array.from(all, (one) => kindCostOf(occasion, one, weights)),
		gates
	};
}

function byLook(standing: readonly Gate[]): GatesByLook {
	return {
		kind: standing.filter((gate) => gate.looksAt === 'kind'),
		pair: standing.filter((gate) => gate.looksAt === 'pair'),
		people: standing.filter((gate) => gate.looksAt === 'people'),
		week: standing.filter((gate) => gate.looksAt === 'week'),
		moment: standing.filter((gate) => gate.looksAt === 'moment')
	};
}

/**
 * Finds those who are not surely too far; distances count in whole metres, so the last one is left to the gate.
 * @param into their entries are written, ascending
 * @returns how many they are
 */
export function around({ east, north, reach }: Pool, from: Point | null, into: Int32Array): number {
	let many = 0;
	for (let entry = 0; entry < reach.length; entry++) {
		if (from !== null) {
			const most = reach[entry]! + 1;
			if (Math.abs(east[entry]! - from.east) > most || Math.abs(north[entry]! - from.north) > most) continue;
		}
		into[many++] = entry;
	}
	return many;
}
