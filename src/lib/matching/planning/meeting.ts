import { firstFree, firstFreeIn, isFreeAt, never } from '../freetime.ts';
import type { StandingFacts } from '../kind.ts';
import { agreedAt, type Occasion } from '../occasion.ts';
import { agreedStart } from './agreed-start.ts';
import type { Crowd } from './crowd.ts';
import type { GatesByLook } from '../gates-by-look.ts';
import { around, everybody, type Around, type Pool } from './pool.ts';

/** The time agreed for a request, and those of a pool who may come then. */
export interface Meeting {
	start: number;
	/** Of the pool, ascending. */
	entries: Int32Array;
	/** Their places in the list of volunteers. */
	who: Int32Array;
}

/** Finds the meeting of a request with those of its kind's pool; null where nobody may ever come. */
export type Meetings = (open: Occasion, pool: Pool) => Meeting | null;

/** By telephone it matters to nobody who asks from where: what all of a pool agreed on once holds for all who ask. */
export function meetingsOf(crowd: Crowd): Meetings {
	const known = new Map<Pool, Map<string, Meeting | null>>();
	const room = roomFor(crowd.volunteers.length);
	return (open, pool) => {
		const near = withinReach(open, pool, crowd, room);
		if (open.inPerson || near.length < pool.place.length) return meet(open, near, pool, crowd, room);
		const ofPool = known.get(pool) ?? new Map<string, Meeting | null>();
		known.set(pool, ofPool);
		const key = [open.length, ...open.openings.flatMap(({ start, end }) => [start, end])].join();
		const found = ofPool.get(key);
		if (found !== undefined) return found;
		const meeting = meet(open, near, pool, crowd, room);
		ofPool.set(key, meeting);
		return meeting;
	};
}

/** Lists that one request after the other is worked out in. */
interface Room extends Around {
	firsts: Float64Array;
	who: Int32Array;
}

function roomFor(most: number): Room {
	return {
		entries: new Int32Array(most),
		surely: new Uint8Array(most),
		many: 0,
		firsts: new Float64Array(most),
		who: new Int32Array(most)
	};
}

/** Entries of the pool who pass the gates of this very pair, whenever it is. */
function withinReach(open: Occasion, pool: Pool, crowd: Crowd, room: Room): Int32Array {
	const { place, gates } = pool;
	const ofPair = gates.pair.filter((gate) => gate.applies(open));
	const beside = ofPair.filter(({ code }) => code !== 'reach');
	const from = beside.length < ofPair.length ? open.request.place : null;
	if (from === null) everybody(pool, room);
	else around(pool, from, room);
	const stopped = stoppedPeople(open, pool, crowd);
	const { entries, surely } = room;
	let many = 0;
	for (let one = 0; one < room.many; one++) {
		const entry = entries[one]!;
		const asks = surely[one] === 1 ? beside : ofPair;
		if (asks.length > 0 && !passAll(asks, open, crowd.volunteers[place[entry]!]!)) continue;
		if (stopped.length === 0 || !stopped.includes(place[entry]!)) entries[many++] = entry;
	}
	return entries.subarray(0, many);
}

function passAll(gates: GatesByLook['pair'], open: Occasion, volunteer: StandingFacts): boolean {
	for (const gate of gates) if (!gate.passes(open, volunteer)) return false;
	return true;
}

/** Places of those whom the request must not meet, whoever else may. */
function stoppedPeople(open: Occasion, { gates }: Pool, { volunteers, namedBy }: Crowd): number[] {
	return namedBy(open.request).filter((place) =>
		gates.people.some((gate) => !gate.passes(open, volunteers[place]!))
	);
}

function meet(open: Occasion, near: Int32Array, pool: Pool, crowd: Crowd, room: Room): Meeting | null {
	const { volunteers, times } = crowd;
	const lastEnd = open.openings.reduce((last, { end }) => Math.max(last, end), 0);
	const firsts = room.firsts.subarray(0, near.length);
	for (let one = 0; one < near.length; one++) {
		const entry = near[one]!;
		const place = pool.place[entry]!;
		const steady = pool.until[entry]! >= lastEnd;
		firsts[one] = steady ? firstFreeIn(open, times[place]!) : firstOf(open, pool, volunteers[place]!);
	}
	const agreed = agreedStart(firsts, (start, atLeast) => {
		const many = whoAt(agreedAt(open, start), near, firsts, lastEnd, atLeast, pool, crowd, room.who);
		return room.who.subarray(0, many);
	});
	if (agreed === null) return null;
	const { start, who: entries } = agreed;
	const who = new Int32Array(entries.length);
	for (let one = 0; one < who.length; one++) {
		entries[one] = near[entries[one]!]!;
		who[one] = pool.place[entries[one]!]!;
	}
	return { start, entries, who };
}

/** Of somebody whose papers run out meanwhile. */
function firstOf(open: Occasion, { gates }: Pool, volunteer: StandingFacts): number {
	return gates.kind.every((gate) => gate.passes(open, volunteer)) ? firstFree(open, volunteer) : never;
}

/**
 * Which of the near may come at the agreed time: only what the moment decides is still to be asked.
 * @param lastEnd whoever has papers until then is asked for nothing else
 */
function whoAt(
	agreed: Occasion,
	near: Int32Array,
	firsts: Float64Array,
	lastEnd: number,
	atLeast: number,
	{ place, until, gates }: Pool,
	crowd: Crowd,
	who: Int32Array
): number {
	const { volunteers, times } = crowd;
	const { start } = agreed.openings[0]!;
	const haveMinutes = crowd.haveMinutes(agreed, start, gates.week);
	let many = 0;
	for (let one = 0; one < near.length && many + near.length - one >= atLeast; one++) {
		const entry = near[one]!;
		const at = place[entry]!;
		if (haveMinutes[at] === 0) continue;
		const first = firsts[one]!;
		const mayCome =
			until[entry]! < lastEnd
				? passesAnew(agreed, gates, volunteers[at]!)
				: first === start || (first < start && isFreeAt(agreed, times[at]!));
		if (mayCome) who[many++] = one;
	}
	return many;
}

function passesAnew(agreed: Occasion, { kind, moment }: GatesByLook, volunteer: StandingFacts): boolean {
	return (
		kind.every((gate) => gate.passes(agreed, volunteer)) &&
		moment.every((gate) => gate.passes(agreed, volunteer))
	);
}
