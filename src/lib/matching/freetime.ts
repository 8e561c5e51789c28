import { travelTime } from './distance.ts';
import { hoursOn, promisesOf, type Hours, type OwnTime, type Promised } from './hours.ts';
import type { StandingFacts } from './kind.ts';
import type { Context, RequestFacts, VolunteerFacts } from './matching.ts';
import { occasionOf, type Occasion, type Opening } from './occasion.ts';
import { lastDay } from './papers.ts';

/** Later than any instant: there is no such time. */
export const never = Infinity;

/**
 * When the pair would begin: the first moment of a window in which the volunteer has hours, is not away, has
 * promised nothing else (the way between the two places included) and can have come from home; with time for
 * all the minutes before window and hours end. Null where there is none.
 */
export function firstFreeStart(
	request: RequestFacts,
	volunteer: VolunteerFacts,
	context: Context
): Date | null {
	const start = firstFree(occasionOf(request, context), volunteer);
	return start === never ? null : new Date(start);
}

/** The same as milliseconds, `never` where there is none. */
export function firstFree(occasion: Occasion, volunteer: StandingFacts): number {
	const { openings, zone } = occasion;
	const until = lastDay(occasion, volunteer);
	const there = arrival(occasion, volunteer);
	const promises = promisesOf(volunteer);
	for (const opening of openings) {
		const hours = hoursOn(opening.days, volunteer, zone, until);
		const start = firstIn(opening, there, occasion, hours, promises);
		if (start !== never) return start;
	}
	return never;
}

/** The same for one whose papers all count for as long as he is looked for, with his time on all these days at hand. */
export function firstFreeIn(occasion: Occasion, own: OwnTime): number {
	const there = arrival(occasion, own);
	for (const opening of occasion.openings) {
		const start = firstIn(opening, there, occasion, own, own.promises);
		if (start !== never) return start;
	}
	return never;
}

/** Whether one who could be there sooner is free at an agreed time; `occasion` has no other opening. */
export function isFreeAt(occasion: Occasion, own: OwnTime): boolean {
	const opening = occasion.openings[0]!;
	return firstIn(opening, opening.start, occasion, own, own.promises) === opening.start;
}

/** The first moment at which the volunteer, if free at all, could be there; `never` without a window. */
export function soonestThere(occasion: Occasion, volunteer: StandingFacts): number {
	const opening = occasion.openings[0];
	return opening ? Math.max(opening.start, arrival(occasion, volunteer)) : never;
}

function firstIn(
	opening: Opening,
	there: number,
	occasion: Occasion,
	{ starts, ends, first, next }: Hours,
	promises: readonly Promised[]
): number {
	const { length } = occasion;
	const from = Math.max(opening.start, there);
	for (let span = first; span < next; span++) {
		if (ends[span]! < from + length) continue;
		const end = Math.min(ends[span]!, opening.end);
		const begin = Math.max(from, starts[span]!);
		if (begin + length > opening.end) return never;
		if (begin + length > end) continue;
		const start = promises.length === 0 ? begin : afterPromises(occasion, promises, begin);
		if (start + length <= end) return start;
	}
	return never;
}

function arrival({ request, soonest, inPerson }: Occasion, { place }: Pick<StandingFacts, 'place'>): number {
	return soonest + (inPerson ? travelTime(place, request.place) : 0);
}

/**
 * The first moment at or after `begin` from which nothing promised is in the way for the length of the help.
 */
function afterPromises(
	{ request, length, inPerson }: Occasion,
	promises: readonly Promised[],
	begin: number
): number {
	let start = begin;
	let moved: boolean;
	do {
		moved = false;
		for (const promise of promises) {
			const travel = inPerson ? travelTime(promise.place, request.place) : 0;
			const free = promise.end + travel;
			if (start >= free || start + length <= promise.start - travel) continue;
			start = free;
			moved = true;
		}
	} while (moved);
	return start;
}
