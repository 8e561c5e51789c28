import type { Point } from '../distance.ts';
import { byLook, type GatesByLook } from '../gates-by-look.ts';
import { standingGates } from '../gates.ts';
import type { KindOccasion, StandingFacts } from '../kind.ts';
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
	strip: Strip;
}

/** So wide is a strip of the map from north to south, metres. */
const stripWidth = 1_000;

/** Those of a pool who go as far as some strip: requests come from west to east, so most of them look at the same one. */
interface Strip {
	/** How many strips east of the origin; NaN before the first look. */
	at: number;
	/** Of the pool, ascending. */
	entries: Int32Array;
	many: number;
}

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
	const found = (holders.get(occasion.request.skill) ?? []).filter((one) =>
		passesAll(gates.kind, occasion, volunteers[one]!)
	);
	const pool = emptyPool(found.length, gates);
	for (let entry = 0; entry < found.length; entry++) {
		const volunteer = volunteers[found[entry]!]!;
		pool.place[entry] = found[entry]!;
		pool.east[entry] = volunteer.place?.east ?? 0;
		pool.north[entry] = volunteer.place?.north ?? 0;
		pool.reach[entry] = volunteer.place ? volunteer.reachMetres : Infinity;
		pool.until[entry] = endOf(lastDay(occasion, volunteer));
		pool.cost[entry] = kindCostOf(occasion, volunteer, weights);
	}
	return pool;
}

function passesAll(gates: GatesByLook['kind'], occasion: KindOccasion, volunteer: StandingFacts): boolean {
	for (const gate of gates) if (!gate.passes(occasion, volunteer)) return false;
	return true;
}

function emptyPool(many: number, gates: GatesByLook): Pool {
	return {
		place: new Int32Array(many),
		east: new Float64Array(many),
		north: new Float64Array(many),
		reach: new Float64Array(many),
		until: new Float64Array(many),
		cost: new Int32Array(many),
		gates,
		strip: { at: NaN, entries: new Int32Array(many), many: 0 }
	};
}

/** Entries of a pool by what their distance alone says of the gate of reach. */
export interface Around {
	/** Ascending; those who are surely too far are not among them. */
	entries: Int32Array;
	/** 1 for each of them who is surely near enough. */
	surely: Uint8Array;
	many: number;
}

/**
 * Who lives around a place. Distances count in whole metres, so those at the very edge of their reach are left to the gate.
 * @param into written over
 */
export function around(pool: Pool, { east: x, north: y }: Point, into: Around): void {
	const { east, north, reach } = pool;
	const { entries, surely } = into;
	const strip = stripAt(pool, Math.floor(x / stripWidth));
	let many = 0;
	for (let one = 0; one < strip.many; one++) {
		const entry = strip.entries[one]!;
		const most = reach[entry]! + 1;
		const aside = east[entry]! - x;
		const ahead = north[entry]! - y;
		const square = aside * aside + ahead * ahead;
		if (square > most * most) continue;
		const least = most - 2;
		surely[many] = Number(least > 0 && square < least * least);
		entries[many++] = entry;
	}
	into.many = many;
}

function stripAt({ east, reach, strip }: Pool, at: number): Strip {
	if (strip.at === at) return strip;
	const [west, end] = [at * stripWidth, (at + 1) * stripWidth];
	let many = 0;
	for (let entry = 0; entry < reach.length; entry++) {
		const most = reach[entry]! + 1;
		if (east[entry]! + most >= west && east[entry]! - most <= end) strip.entries[many++] = entry;
	}
	strip.at = at;
	strip.many = many;
	return strip;
}

/** All of a pool, where nobody has to go anywhere. */
export function everybody({ place }: Pool, into: Around): void {
	for (let entry = 0; entry < place.length; entry++) into.entries[entry] = entry;
	into.surely.fill(0, 0, place.length);
	into.many = place.length;
}
